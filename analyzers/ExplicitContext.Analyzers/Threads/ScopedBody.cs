using System.Collections.Immutable;
using ExplicitContext.Analyzers.Flow;
using ExplicitContext.Analyzers.Reporting;
using ExplicitContext.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ExplicitContext.Analyzers.Threads;

/// <summary>
/// Walks the bodies of a member, its lambdas and local functions, and tells at each operation which scopes are open. A lambda that is handed to a call begins in the scopes that are open there,
/// unless the call runs it on another thread; a local function, in those that are open wherever it is called. Of other lambdas nobody knows where they run.
/// </summary>
internal sealed class ScopedBody(ContextModel contexts, CancellationToken cancellationToken)
{
    private readonly ScopeCalls calls = new(contexts);

    /// <summary>What a rule finds in all bodies of a member, in the order of the source, each thing once: a graph may show the same code several times.</summary>
    /// <param name="context">The member.</param>
    /// <param name="contexts">Which types are contexts.</param>
    /// <param name="start">The scopes that it begins in.</param>
    /// <param name="find">What there is to say of an operation; null for most.</param>
    public static IEnumerable<Finding> Find(OperationBlockAnalysisContext context, ContextModel contexts, ImmutableArray<OpenScope> start, Func<IOperation, ScopedPoint, Finding?> find)
    {
        var findings = new Dictionary<SyntaxNode, Finding>();
        Visit(context, contexts, start, (operation, point) =>
        {
            if (find(operation, point) is { } finding)
                findings[operation.Syntax] = finding;
        });
        return findings.OrderBy(found => found.Key.SpanStart).Select(found => found.Value);
    }

    private static void Visit(OperationBlockAnalysisContext context, ContextModel contexts, ImmutableArray<OpenScope> start, Action<IOperation, ScopedPoint> visit)
    {
        // A constructor and its call of another one are two blocks of one graph.
        foreach (var graph in context.OperationBlocks.Where(block => block.Kind != OperationKind.Attribute).Select(context.GetControlFlowGraph).Distinct())
            new ScopedBody(contexts, context.CancellationToken).Visit(graph, context.OwningSymbol as IMethodSymbol, start, isKnown: true, visit);
    }

    private void Visit(ControlFlowGraph graph, IMethodSymbol? function, ImmutableArray<OpenScope> outside, bool isKnown, Action<IOperation, ScopedPoint> visit)
    {
        var flow = new ScopeFlow(graph, calls);
        var lambdas = new Dictionary<IFlowAnonymousFunctionOperation, ImmutableArray<OpenScope>?>();
        var functions = new Dictionary<IMethodSymbol, ImmutableArray<OpenScope>?>(SymbolEqualityComparer.Default);
        var statements = StatementsWithoutEnd(graph, flow.Captured);
        flow.Visit(WithOwnVisit(function, outside), (operation, followed) =>
        {
            var open = statements.Count == 0 ? followed : followed.AddRange(statements.Where(lockStatement => lockStatement.Key.Statement.Span.Contains(operation.Syntax.Span)).Select(lockStatement => lockStatement.Value));
            switch (operation)
            {
                case IFlowAnonymousFunctionOperation lambda:
                    lambdas[lambda] = IsExecuted(lambda) ? [VisitOf(null)] : OtherThreads.Runs(lambda) ? [] : IsHandedOn(lambda) ? open : null;
                    break;
                case IInvocationOperation { TargetMethod: { MethodKind: MethodKind.LocalFunction } called }:
                    Called(called.OriginalDefinition, open);
                    break;
                case IMethodReferenceOperation { Method: { MethodKind: MethodKind.LocalFunction } named } reference:
                    Called(named.OriginalDefinition, OtherThreads.Runs(reference) ? [] : IsHandedOn(reference) ? open : null);
                    break;
            }

            visit(operation, new(open, isKnown, flow.Captured));
        });

        foreach (var pair in lambdas)
            Visit(graph.GetAnonymousFunctionControlFlowGraph(pair.Key, cancellationToken), pair.Key.Symbol, pair.Value ?? [], isKnown && pair.Value is not null, visit);
        foreach (var inner in graph.LocalFunctions)
        {
            var found = functions.TryGetValue(inner, out var open) ? open : null;
            Visit(graph.GetLocalFunctionControlFlowGraph(inner, cancellationToken), inner, found ?? [], isKnown && found is not null, visit);
        }

        // Open is what is so at all calls.
        void Called(IMethodSymbol called, ImmutableArray<OpenScope>? open) => functions[called] =
            !functions.TryGetValue(called, out var before) ? open
            : before is { } one && open is { } other ? [.. one.Where(other.Contains)]
            : null;
    }

    // The locks of statements that a graph shows without an end: they are held in the statement.
    private Dictionary<LockStatementSyntax, OpenScope> StatementsWithoutEnd(ControlFlowGraph graph, IReadOnlyDictionary<CaptureId, IOperation> captured) => graph.Descendants()
        .Where(operation => operation.Kind == OperationKind.Invalid)
        .Select(operation => calls.Opened(operation, captured))
        .OfType<OpenScope>()
        .ToDictionary(scope => (LockStatementSyntax)scope.Site!);

    // A function that takes a thread's state is called by that thread, inside; an asynchronous one is inside until its first await only, and where the runtime brings it back.
    private ImmutableArray<OpenScope> WithOwnVisit(IMethodSymbol? function, ImmutableArray<OpenScope> outside) =>
        function is { IsAsync: false } && function.Parameters.Any(parameter => parameter is { RefKind: RefKind.None, NullableAnnotation: not NullableAnnotation.Annotated } && contexts.IsThreadBound(parameter.Type))
            ? outside.Add(VisitOf(function))
            : outside;

    private static OpenScope VisitOf(IMethodSymbol? function) => new(ScopeKind.Attached, function?.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(), null, null);

    // Inside again after each await, unless it asks for the opposite.
    private bool IsExecuted(IFlowAnonymousFunctionOperation lambda) =>
        lambda.Parent is IDelegateCreationOperation { Parent: IArgumentOperation { Parent: IInvocationOperation { TargetMethod: { Name: "ExecuteAsync" } method } } }
        && contexts.GetContextType(method.ContainingType) is { Scope: "interpreter" }
        && !lambda.Syntax.DescendantTokens().Any(token => token.ValueText == nameof(Task.ConfigureAwait));

    private static bool IsHandedOn(IOperation function) =>
        function.Parent is IDelegateCreationOperation { Parent: IArgumentOperation or IConversionOperation { IsImplicit: true, Parent: IArgumentOperation } };
}
