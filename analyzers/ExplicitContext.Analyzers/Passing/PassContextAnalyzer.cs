using System.Collections.Immutable;
using ExplicitContext.Analyzers.Reporting;
using ExplicitContext.Model;
using ExplicitContext.Model.Availability;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

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
        private readonly ContextOverloads overloads = new(contexts);

        public Finding? Analyze(OperationAnalysisContext context)
        {
            if (TwinCall.Of(context, overloads) is not { } call)
                return null;
            var passable =
                from twin in call.Twins
                let available = call.Available(twin, contexts, context.CancellationToken)
                where available is not null && (context.Operation is not IMethodReferenceOperation || CanBeCaptured(available.Root))
                orderby available.Cost
                select (twin, available);
            return passable.Select(found => Create(call.Target, found.twin, found.available, context.Operation)).FirstOrDefault();
        }

        /// <summary>A method group becomes a lambda, which cannot capture everything that a call can name.</summary>
        private static bool CanBeCaptured(ISymbol root) => root switch
        {
            IParameterSymbol parameter => parameter.RefKind == RefKind.None && !parameter.Type.IsRefLikeType,
            ILocalSymbol local => !local.Type.IsRefLikeType,
            ITypeSymbol type => type.IsReferenceType,
            _ => root.ContainingType.IsReferenceType,
        };

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
