using System.Collections.Immutable;
using ExplicitContext.Analyzers.Reporting;
using ExplicitContext.Model;
using ExplicitContext.Model.Ambient;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ExplicitContext.Analyzers.AmbientAccess;

/// <summary>ECTX1005: a static initialiser reads the ambient, which fixes one context for the whole process.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class StaticInitialiserAnalyzer : ContextRuleAnalyzer
{
    private static readonly DiagnosticDescriptor Rule = new(
        RuleIds.StaticInitialiserCapturesContext,
        "Static initialiser captures a context",
        "'{0}' is read while '{1}' is initialised, so whichever context is ambient then holds for the whole process: build the value where a context is at hand, and keep it there",
        RuleCategories.AmbientAccess,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        "A type is initialised once, when something first touches it, and no caller can hand it a context; what it reads from the ambient then, all later ones share.",
        RulePage.For(RuleIds.StaticInitialiserCapturesContext),
        RuleTags.ByLevel);

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = FindingReporter.Supports(Rule);

    private protected override bool NeedsContexts => false;

    private protected override void Start(CompilationStartAnalysisContext start, ContextModel contexts, FindingReporter reporter) =>
        reporter.OnOperations(new Check(contexts).Analyze, UndeliveredReads.Kinds);

    private sealed class Check(ContextModel contexts)
    {
        private readonly UndeliveredReads reads = new(contexts);

        public Finding? Analyze(OperationAnalysisContext context) =>
            StaticInitialisers.Contain(context.ContainingSymbol)
            && reads.Find(context.Operation, context.ContainingSymbol) is { } read
            && UndeliveredReads.CapturedBy(read, context.Operation, context.ContainingSymbol) is { } capturing
            && reads.Available(read, context) is null
            && !contexts.IsEntryPoint(context.ContainingSymbol)
                ? new(Rule, read.Syntax.GetLocation(), read.Accessor.Symbol, read.Accessor.DisplayName, NameOf(capturing)) { Accessor = read.Accessor }
                : null;

        private static string NameOf(ISymbol capturing) =>
            (capturing is IMethodSymbol ? capturing.ContainingType : capturing).ToDisplayString(SymbolDisplayFormat.CSharpShortErrorMessageFormat);
    }
}
