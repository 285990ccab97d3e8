using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;

namespace ExplicitContext.Analyzers.Flow;

/// <summary>
/// Follows what is known through a control flow graph, from its entry on, until nothing new is learned. A <c>finally</c> is followed anew for each way that leads through it, so what
/// it undoes is undone behind it.
/// </summary>
/// <typeparam name="TState">What is known at a point; immutable.</typeparam>
internal abstract class ForwardFlow<TState>(ControlFlowGraph graph)
{
    // Far more than any body needs that a person has written; a generated giant is left alone.
    private const int MostSteps = 20_000;

    private readonly Dictionary<int, TState> met = [];
    private int steps;

    /// <summary>Calls back for each operation that can be reached, operands first, with what is known before it.</summary>
    public void Visit(TState start, Action<IOperation, TState> visit)
    {
        Follow(0, graph.Blocks.Length - 1, start);
        if (steps > MostSteps)
            return;
        foreach (var block in graph.Blocks.Where(block => met.ContainsKey(block.Ordinal)))
            Through(block, met[block.Ordinal], visit);
    }

    /// <summary>What is known after an operation, whose operands have been looked at.</summary>
    protected abstract TState After(IOperation operation, TState before);

    /// <summary>What is known where two ways meet.</summary>
    protected abstract TState Join(TState one, TState other);

    protected abstract bool AreEqual(TState one, TState other);

    /// <summary>What is known in a handler of what a block of a <c>try</c> throws.</summary>
    protected abstract TState Thrown(TState atTry, TState before, TState after);

    private TState Through(BasicBlock block, TState state, Action<IOperation, TState>? visit)
    {
        foreach (var operation in block.AllOperations())
            state = Through(operation, state, visit);
        return state;
    }

    private TState Through(IOperation operation, TState state, Action<IOperation, TState>? visit)
    {
        foreach (var operand in operation.ChildOperations)
            state = Through(operand, state, visit);
        visit?.Invoke(operation, state);
        return After(operation, state);
    }

    /// <summary>Follows the blocks of a region and yields what is known where it ends, if it does.</summary>
    private (bool Ends, TState State) Follow(int first, int last, TState start)
    {
        var states = new Dictionary<int, TState> { [first] = start };
        var pending = new SortedSet<int> { first };
        (bool Ends, TState State) end = (false, start);
        while (pending.Count > 0 && ++steps <= MostSteps)
        {
            var block = graph.Blocks[pending.Min];
            pending.Remove(block.Ordinal);
            var before = states[block.Ordinal];
            met[block.Ordinal] = met.TryGetValue(block.Ordinal, out var earlier) ? Join(earlier, before) : before;
            var after = Through(block, before, visit: null);
            foreach (var branch in new[] { block.ConditionalSuccessor, block.FallThroughSuccessor }.OfType<ControlFlowBranch>())
            {
                if (branch.Semantics == ControlFlowBranchSemantics.StructuredExceptionHandling)
                    end = (true, end.Ends ? Join(end.State, after) : after);
                else if (branch.Destination is { } next && next.Ordinal >= first && next.Ordinal <= last && TryLeave(branch, after, out var arriving))
                    Enter(next.Ordinal, arriving);
            }

            for (var region = block.EnclosingRegion; region is not null && region.FirstBlockOrdinal >= first; region = region.EnclosingRegion)
            {
                if (region.Kind != ControlFlowRegionKind.Try || region.EnclosingRegion is not { } handled)
                    continue;
                var thrown = Thrown(states.TryGetValue(region.FirstBlockOrdinal, out var atTry) ? atTry : before, before, after);
                foreach (var handler in handled.NestedRegions.Where(nested => nested != region && nested.FirstBlockOrdinal >= first && nested.LastBlockOrdinal <= last))
                {
                    if (handler.Kind == ControlFlowRegionKind.Finally)
                        Follow(handler.FirstBlockOrdinal, handler.LastBlockOrdinal, thrown);
                    else
                        Enter(handler.FirstBlockOrdinal, thrown);
                }
            }
        }

        return end;

        void Enter(int ordinal, TState arriving)
        {
            var known = states.TryGetValue(ordinal, out var earlier) ? Join(earlier, arriving) : arriving;
            if (states.ContainsKey(ordinal) && AreEqual(known, earlier!))
                return;
            states[ordinal] = known;
            pending.Add(ordinal);
        }
    }

    private bool TryLeave(ControlFlowBranch branch, TState state, out TState arriving)
    {
        arriving = state;
        foreach (var region in branch.FinallyRegions)
        {
            var (ends, after) = Follow(region.FirstBlockOrdinal, region.LastBlockOrdinal, arriving);
            if (!ends)
                return false;
            arriving = after;
        }

        return true;
    }
}
