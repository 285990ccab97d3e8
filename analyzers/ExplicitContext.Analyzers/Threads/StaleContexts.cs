using System.Collections.Immutable;
using ExplicitContext.Analyzers.Flow;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ExplicitContext.Analyzers.Threads;

/// <summary>
/// Follows through the body of an asynchronous method or an iterator which variables hold a context of a thread that was obtained before the last <c>await</c> or <c>yield</c>, on some way; whole
/// again by an assignment. What is used once on a way is not told of again before the next <c>await</c>: who mends the first use mends the others.
/// </summary>
/// <param name="graph">The body.</param>
/// <param name="yields">Whether a <c>yield</c> leaves the thread.</param>
/// <param name="threads">What a context of a thread is.</param>
internal sealed class StaleContexts(ControlFlowGraph graph, bool yields, ThreadContexts threads) : ForwardFlow<ImmutableHashSet<ISymbol>>(graph)
{
    private static readonly ImmutableHashSet<ISymbol> Nothing = ImmutableHashSet.Create<ISymbol>(SymbolEqualityComparer.Default);

    private readonly ControlFlowGraph graph = graph;
    private readonly IReadOnlyDictionary<CaptureId, IOperation> captured = graph.Captured();
    private ImmutableHashSet<ISymbol> all = Nothing;

    /// <summary>The uses, each once, in the order of the source.</summary>
    public IEnumerable<(IOperation Reference, ISymbol Variable)> Uses()
    {
        if (!graph.Descendants().Any(IsInterruption))
            return [];
        all = Nothing.Union(graph.Descendants().Where(threads.IsReference).Select(Variable).OfType<ISymbol>());
        if (all.IsEmpty)
            return [];
        var uses = new Dictionary<SyntaxNode, (IOperation, ISymbol)>();
        Visit(Nothing, (operation, stale) =>
        {
            if (Used(operation) is { } variable && (stale.Contains(variable) || IsPassedAfterAwait(operation)))
                uses[operation.Syntax] = (operation, variable);
        });
        return uses.OrderBy(use => use.Key.SpanStart).Select(use => use.Value);
    }

    protected override ImmutableHashSet<ISymbol> After(IOperation operation, ImmutableHashSet<ISymbol> before) => operation switch
    {
        _ when IsInterruption(operation) => all,
        _ when Used(operation) is { } used => before.Remove(used),
        ISimpleAssignmentOperation { Target: var target } => Without(before, target),
        IDeconstructionAssignmentOperation { Target: var target } => target.DescendantsAndSelf().Aggregate(before, Without),
        IArgumentOperation { Parameter.RefKind: RefKind.Out, Value: var output } => Without(before, output),
        IDeclarationPatternOperation { DeclaredSymbol: { } declared } => before.Remove(declared),
        _ => before,
    };

    protected override ImmutableHashSet<ISymbol> Join(ImmutableHashSet<ISymbol> one, ImmutableHashSet<ISymbol> other) => one.Union(other);

    protected override bool AreEqual(ImmutableHashSet<ISymbol> one, ImmutableHashSet<ISymbol> other) => one.SetEquals(other);

    protected override ImmutableHashSet<ISymbol> Thrown(ImmutableHashSet<ISymbol> atTry, ImmutableHashSet<ISymbol> before, ImmutableHashSet<ISymbol> after) => before.Union(after);

    private ISymbol? Used(IOperation operation) =>
        (threads.IsReference(operation) || threads.IsCapturedReference(operation, captured)) && !ThreadContexts.IsNoUse(operation) && !threads.IsFreeUse(operation) ? Variable(operation) : null;

    private bool IsInterruption(IOperation operation) => operation is IAwaitOperation || yields && operation is IReturnOperation { Kind: OperationKind.YieldReturn };

    // Evaluated before, but the method that gets it runs after.
    private static bool IsPassedAfterAwait(IOperation operation) =>
        operation.WithImplicitConversions().Parent is IArgumentOperation { Parent: IInvocationOperation call } argument
        && call.Arguments.SkipWhile(other => other != argument).Skip(1).Any(later => later.Descendants().Any(inner => inner is IAwaitOperation));

    private ImmutableHashSet<ISymbol> Without(ImmutableHashSet<ISymbol> stale, IOperation target) => Variable(target.WithoutConversions()) is { } variable ? stale.Remove(variable) : stale;

    private ISymbol? Variable(IOperation operation) => operation switch
    {
        IFlowCaptureReferenceOperation reference => captured.TryGetValue(reference.Id, out var value) ? Variable(value.WithoutConversions()) : null,
        ILocalReferenceOperation { Local: var local } => local,
        IParameterReferenceOperation { Parameter: var parameter } => parameter,
        IDeclarationExpressionOperation { Expression: var declared } => Variable(declared),
        IFieldReferenceOperation { Instance: IInstanceReferenceOperation, Field: var field } => field,
        IPropertyReferenceOperation { Instance: IInstanceReferenceOperation, Property: var property } => property,
        _ => null,
    };
}
