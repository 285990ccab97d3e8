using System.Collections.Immutable;
using ExplicitContext.Analyzers.Reporting;
using ExplicitContext.Model;
using ExplicitContext.Model.Passing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace ExplicitContext.Analyzers.Passing;

/// <summary>ECTX2011: code that is handed a context by a delegate, and uses another one.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class DelegateDropsContextAnalyzer : DiagnosticAnalyzer
{
    private static readonly DiagnosticDescriptor Rule = new(
        RuleIds.DelegateDropsContext,
        "Delegate drops the context",
        "The delegate is handed '{0}' and uses '{1}' instead: use its own, or name the parameter '_' where the other one is meant",
        RuleCategories.Passing,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        "Whoever calls the delegate hands over the context that counts there; the one that was captured may belong to other work.",
        RulePage.For(RuleIds.DelegateDropsContext),
        RuleTags.ByLevel);

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = FindingReporter.Supports(Rule);

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        var names = ValueNames.PerTree();
        context.RegisterCompilationStartAction(start =>
        {
            var contexts = ContextModels.Of(start);
            if (contexts.IsEmpty)
                return;
            var reporter = FindingReporter.Create(start, SupportedDiagnostics);
            var check = new Check(contexts, new(start, names));
            reporter.OnOperations(check.Lambda, OperationKind.AnonymousFunction);
            reporter.OnOperations(check.LocalFunction, OperationKind.LocalFunction);
            reporter.OnOperationBlocks(check.Method);
        });
    }

    private sealed class Check(ContextModel contexts, ValueNames values)
    {
        public Finding? Lambda(OperationAnalysisContext context) =>
            context.Operation is IAnonymousFunctionOperation { IsImplicit: false } lambda && !lambda.IsExpressionTree() && !lambda.IsInExpressionTree()
                ? Find(lambda.Symbol, [lambda.Body])
                : null;

        /// <summary>A local function that becomes a delegate somewhere.</summary>
        public Finding? LocalFunction(OperationAnalysisContext context) =>
            context.Operation is ILocalFunctionOperation { Body: { } body } function && Find(function.Symbol, [body]) is { } finding && ContextUses.IsDelegate(function) ? finding : null;

        /// <summary>A method that becomes a delegate somewhere.</summary>
        public IEnumerable<Finding> Method(OperationBlockAnalysisContext context)
        {
            if (context.OwningSymbol is IMethodSymbol { MethodKind: MethodKind.Ordinary, Parameters.IsEmpty: false } method
                && Find(method, context.OperationBlocks) is { } finding && !method.IsInFamily() && values.MayBeDelegate(method))
            {
                yield return finding;
            }
        }

        private Finding? Find(IMethodSymbol function, ImmutableArray<IOperation> bodies)
        {
            foreach (var (parameter, context) in contexts.ContextParametersOf(function))
            {
                if (parameter.IsDiscard() || parameter.Locations is not [{ IsInSource: true } at, ..] || !ContextUses.Of(parameter, bodies).IsEmpty)
                    continue;
                var others = bodies.SelectMany(body => body.DescendantsAndSelf()).Where(operation => IsOther(operation, context, bodies)).ToList();
                if (others.Count == 0)
                    continue;
                var only = others.Select(other => other.Syntax.ToString()).Distinct().Count() == 1 && others[0] is IParameterReferenceOperation or ILocalReferenceOperation;
                return new(Rule, at, parameter, parameter.Name, others[0].Syntax.ToString())
                {
                    Properties = only
                        ? ImmutableDictionary<string, string?>.Empty.Add(FixProperties.Replaced, others[0].Syntax.ToString()).Add(FixProperties.Context, parameter.Name)
                        : ImmutableDictionary<string, string?>.Empty,
                };
            }

            return null;
        }

        /// <summary>A context of the same type that comes from around the function: captured, or held by its object. Ambient reads are another rule's matter.</summary>
        private bool IsOther(IOperation operation, ContextType wanted, ImmutableArray<IOperation> bodies) => operation switch
        {
            IParameterReferenceOperation reference => Is(reference.Type, wanted) && IsDeclaredOutside(reference.Parameter, bodies),
            ILocalReferenceOperation reference => Is(reference.Type, wanted) && IsDeclaredOutside(reference.Local, bodies),
            IFieldReferenceOperation { Instance: IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ContainingTypeInstance } } reference => Is(reference.Type, wanted),
            IPropertyReferenceOperation { Instance: IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ContainingTypeInstance } } reference => Is(reference.Type, wanted),
            _ => false,
        };

        private bool Is(ITypeSymbol? type, ContextType wanted) => contexts.ContextHeldBy(type) is { } context && SymbolEqualityComparer.Default.Equals(context.Type, wanted.Type);

        private static bool IsDeclaredOutside(ISymbol symbol, ImmutableArray<IOperation> bodies) =>
            symbol.DeclaringSyntaxReferences is [var declaration] && bodies.All(body => !body.Syntax.Span.Contains(declaration.Span));
    }
}
