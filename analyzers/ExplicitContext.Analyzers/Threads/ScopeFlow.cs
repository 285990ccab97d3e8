using System.Collections.Immutable;
using ExplicitContext.Analyzers.Flow;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ExplicitContext.Analyzers.Threads;

/// <summary>Follows through one body which scopes are open, the innermost last.</summary>
internal sealed class ScopeFlow(ControlFlowGraph graph, ScopeCalls calls) : ForwardFlow<ImmutableArray<OpenScope>>(graph)
{
    private readonly IReadOnlyDictionary<CaptureId, IOperation> captured = graph.Captured();

    /// <summary>What the graph keeps aside while it branches.</summary>
    public IReadOnlyDictionary<CaptureId, IOperation> Captured => captured;

    protected override ImmutableArray<OpenScope> After(IOperation operation, ImmutableArray<OpenScope> before)
    {
        if (operation is not IInvocationOperation call)
            return before;
        if (calls.Opened(call, captured) is { } opened)
            return before.RemoveAll(scope => scope.Site == opened.Site).Add(opened);
        for (var i = before.Length - 1; i >= 0; i--)
        {
            if (ScopeCalls.Closes(call, before[i], captured))
                return before.RemoveAt(i);
        }

        return before;
    }

    protected override ImmutableArray<OpenScope> Join(ImmutableArray<OpenScope> one, ImmutableArray<OpenScope> other)
    {
        if (AreEqual(one, other))
            return one;
        var common = one.Zip(other, (left, right) => left == right).TakeWhile(same => same).Count();
        var uncertain = one.Skip(common).Concat(other.Skip(common)).GroupBy(scope => (scope.Kind, scope.Site, scope.Lock)).Select(scopes => scopes.First() with { IsCertain = false });
        return [.. one.Take(common), .. uncertain];
    }

    protected override bool AreEqual(ImmutableArray<OpenScope> one, ImmutableArray<OpenScope> other) => one.SequenceEqual(other);

    // On the way to a handler the scopes that were opened in the try have ended.
    protected override ImmutableArray<OpenScope> Thrown(ImmutableArray<OpenScope> atTry, ImmutableArray<OpenScope> before, ImmutableArray<OpenScope> after) => atTry;
}
