using System.Collections.Immutable;
using ExplicitContext.Analyzers.Reporting;
using ExplicitContext.Model;
using ExplicitContext.Model.Ambient;
using ExplicitContext.Model.Availability;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace ExplicitContext.Analyzers.AmbientAccess;

/// <summary>ECTX1001 and ECTX1002: direct ambient reads, with and without a context at hand.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class AmbientReadAnalyzer : ContextRuleAnalyzer
{
    private static readonly DiagnosticDescriptor WithContext = new(
        RuleIds.AmbientReadWithContext,
        "Ambient read though a context is available",
        "'{0}' is ambient, and '{1}' is at hand here: use it",
        RuleCategories.AmbientAccess,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        "A member that was handed a context must not look for one in global state: it may find another one.",
        RulePage.For(RuleIds.AmbientReadWithContext),
        RuleTags.ByLevel);

    private static readonly DiagnosticDescriptor WithoutContext = new(
        RuleIds.AmbientReadWithoutContext,
        "Ambient read where no context is available",
        "'{0}' is ambient and no context is at hand in '{1}': {2}, or mark the member [ContextEntry] if it is where the context comes from",
        RuleCategories.AmbientAccess,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        "Global state that is read deep inside ties every caller to it, and only one instance of it can be in use at a time.",
        RulePage.For(RuleIds.AmbientReadWithoutContext),
        RuleTags.ByLevel);

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = FindingReporter.Supports(WithContext, WithoutContext);

    private protected override bool NeedsContexts => false;

    private protected override void Start(CompilationStartAnalysisContext start, ContextModel contexts, FindingReporter reporter) =>
        reporter.OnOperations(new Check(contexts).Analyze, UndeliveredReads.Kinds);

    private sealed class Check(ContextModel contexts)
    {
        private readonly UndeliveredReads reads = new(contexts);

        public Finding? Analyze(OperationAnalysisContext context)
        {
            if (reads.Find(context.Operation, context.ContainingSymbol) is not { } read || IsEntering(read.Accessor, context.ContainingSymbol))
                return null;
            if (reads.Available(read, context) is { } available)
                return UseOf(read, read.Accessor.ReplacementFor(available.Expression), context.Operation);
            if (UndeliveredReads.CapturedBy(read, context.Operation, context.ContainingSymbol) is not null)
                return null; // ECTX1005 speaks of it: an initialiser takes no parameter.
            return contexts.IsEntryPoint(context.ContainingSymbol)
                || context.ContainingSymbol.MayBeHanded(read.Accessor, contexts) // ECTX2009 speaks of it: the parameter is there, and callers may leave it out.
                ? null
                : new(WithoutContext, read.Syntax.GetLocation(), read.Accessor.Symbol, read.Accessor.DisplayName, NameOf(context.ContainingSymbol), WayIn(context.ContainingSymbol)) { Accessor = read.Accessor };
        }

        /// <summary>Whoever makes a context the ambient one for a while must remember the one before.</summary>
        private bool IsEntering(AmbientAccessor accessor, ISymbol symbol) =>
            accessor.EnteredBy is not null && SymbolEqualityComparer.Default.Equals(AmbientScope.Of(accessor, contexts)?.Method, symbol.OriginalDefinition);

        private static Finding UseOf(AmbientRead read, string replacement, IOperation operation)
        {
            var properties = ImmutableDictionary<string, string?>.Empty;
            return new(WithContext, read.Syntax.GetLocation(), read.Accessor.Symbol, read.Accessor.DisplayName, replacement)
            {
                Accessor = read.Accessor,
                Properties = CanBeReplaced(read, operation) ? properties.Add(FixProperties.Replacement, replacement) : properties,
            };
        }

        /// <summary>Replacing the expression keeps its meaning: it is written out, takes no arguments, is no delegate, and is not data for a query provider.</summary>
        private static bool CanBeReplaced(AmbientRead read, IOperation operation) =>
            !operation.IsImplicit
            && (read.Usage == AmbientUsage.Read || read.Accessor.ReplacedBy is not null)
            && operation is not (IInvocationOperation { Arguments.IsEmpty: false } or IObjectCreationOperation or IMethodReferenceOperation)
            && !operation.IsInExpressionTree();

        /// <summary>How the context gets into a member of that kind.</summary>
        private static string WayIn(ISymbol symbol) => symbol switch
        {
            IFieldSymbol or IPropertySymbol { IsStatic: false } => "assign it in a constructor that takes the context as a parameter",
            IMethodSymbol { MethodKind: MethodKind.StaticConstructor } => "build it where a context is at hand",
            IMethodSymbol { AssociatedSymbol: IPropertySymbol { IsIndexer: false } or IEventSymbol } => "make it a method that takes the context as a parameter",
            _ => "take it as a parameter",
        };

        private static string NameOf(ISymbol symbol) =>
            symbol.Owner().ToDisplayString(SymbolDisplayFormat.CSharpShortErrorMessageFormat);
    }
}
