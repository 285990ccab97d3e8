using System.Collections.Immutable;
using ExplicitContext.Analyzers.Reporting;
using ExplicitContext.Model;
using ExplicitContext.Model.Availability;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ExplicitContext.Analyzers.Passing;

/// <summary>ECTX2001: a call, construction or method group whose twin takes the context that is in scope.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class PassContextAnalyzer : DiagnosticAnalyzer
{
    private static readonly DiagnosticDescriptor Rule = new(
        RuleIds.PassContextInScope,
        "Pass the context that is in scope",
        "'{0}' has an overload that takes a context: pass '{1}'",
        RuleCategories.Passing,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        "An overload without the context has to find one in global state, though the caller has it in hand.",
        RulePage.For(RuleIds.PassContextInScope),
        RuleTags.ByLevel);

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = FindingReporter.Supports(Rule);

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(start =>
        {
            var contexts = ContextModels.Of(start);
            if (contexts.IsEmpty)
                return;
            FindingReporter.Create(start, SupportedDiagnostics).OnOperations(new Check(contexts).Analyze, OperationKind.Invocation, OperationKind.ObjectCreation, OperationKind.MethodReference);
        });
    }

    private sealed class Check(ContextModel contexts)
    {
        private readonly PassableOverloads passable = new(contexts);

        public Finding? Analyze(OperationAnalysisContext context) =>
            passable.Find(context.Operation, context.ContainingSymbol, context.CancellationToken) is var (target, overload, available)
                ? Create(target, overload, available, context.Operation)
                : null;

        private static Finding Create(IMethodSymbol target, ContextOverload overload, AvailableContext available, IOperation operation) =>
            new(Rule, CalleeName.LocationOf(operation.Syntax), target, target.ToDisplayString(SymbolDisplayFormat.CSharpShortErrorMessageFormat), available.Expression)
            {
                Properties = ImmutableDictionary<string, string?>.Empty
                    .Add(FixProperties.Context, available.Expression)
                    .Add(FixProperties.Overload, overload.Method.GetDocumentationCommentId())
                    .Add(FixProperties.Parameter, overload.Parameter.Name),
            };
    }
}
