using System.Collections.Immutable;
using ExplicitContext.Analyzers.Reporting;
using ExplicitContext.Model;
using ExplicitContext.Model.Availability;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ExplicitContext.Analyzers.Passing;

/// <summary>ECTX2001: a call, construction or method group whose twin takes the context that is in scope.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class PassContextAnalyzer : ContextRuleAnalyzer
{
    private static readonly DiagnosticDescriptor Rule = new(
        RuleIds.PassContextInScope,
        "Pass the context that is in scope",
        "'{0}' has an overload that takes a context: {1}",
        RuleCategories.Passing,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        "An overload without the context has to find one in global state, though the caller has it in hand.",
        RulePage.For(RuleIds.PassContextInScope),
        RuleTags.ByLevel);

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = FindingReporter.Supports(Rule);

    private protected override void Start(CompilationStartAnalysisContext start, ContextModel contexts, FindingReporter reporter) =>
        reporter.OnOperations(new Check(contexts).Analyze, OperationKind.Invocation, OperationKind.ObjectCreation, OperationKind.MethodReference);

    private sealed class Check(ContextModel contexts)
    {
        private readonly PassableOverloads passable = new(contexts);

        public Finding? Analyze(OperationAnalysisContext context) =>
            passable.Find(context.Operation, context.ContainingSymbol, context.CancellationToken) is var (target, overload, available)
                ? Create(target, overload, available, context.Operation)
                : null;

        private static Finding Create(IMethodSymbol target, ContextOverload overload, AvailableContext available, IOperation operation) =>
            new(Rule, CalleeName.LocationOf(operation.Syntax), target, target.ToDisplayString(SymbolDisplayFormat.CSharpShortErrorMessageFormat), Advice(target, overload, available))
            {
                Properties = ImmutableDictionary<string, string?>.Empty
                    .Add(FixProperties.Context, available.Expression)
                    .Add(FixProperties.Overload, overload.Method.GetDocumentationCommentId())
                    .Add(FixProperties.Parameter, overload.Parameter.Name)
                    .Add(FixProperties.OwnName, HasOwnName(target, overload) ? overload.Method.Name : null),
            };

        private static string Advice(IMethodSymbol target, ContextOverload overload, AvailableContext available) =>
            HasOwnName(target, overload) ? $"call '{overload.Method.Name}' with '{available.Expression}'" : $"pass '{available.Expression}'";

        private static bool HasOwnName(IMethodSymbol target, ContextOverload overload) => overload.Method.Name != target.Name;
    }
}
