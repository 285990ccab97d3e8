using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ExplicitContext.Analyzers.Ownership;

/// <summary>Follows variables through a control flow graph: moved by <c>Shareable.Move(x)</c>, whole again by an assignment.</summary>
internal sealed class MovedVariables(INamedTypeSymbol shareable)
{
    private static readonly ImmutableHashSet<ISymbol> Nothing = ImmutableHashSet.Create<ISymbol>(SymbolEqualityComparer.Default);

    // The graph keeps the target of an assignment aside where the value has branches: "x = a ?? b" begins with x.
    private Dictionary<CaptureId, ISymbol> kept = [];

    /// <summary>Whether an operation is a move.</summary>
    public static bool IsMove(IOperation operation, INamedTypeSymbol shareable) =>
        operation is IInvocationOperation { TargetMethod: { Name: "Move", ContainingType: var type } } && SymbolEqualityComparer.Default.Equals(type, shareable);

    /// <summary>The operations of a block, the branch's value last.</summary>
    public static IEnumerable<IOperation> Operations(BasicBlock block) =>
        block.BranchValue is { } value ? block.Operations.Add(value) : block.Operations;

    /// <summary>The uses of variables that are moved on some way to them; each once.</summary>
    public IReadOnlyList<(IOperation Use, ISymbol Variable)> UsesIn(ControlFlowGraph graph)
    {
        var operations = graph.Blocks.SelectMany(Operations).SelectMany(operation => operation.DescendantsAndSelf()).ToList();
        var targets = operations.OfType<ISimpleAssignmentOperation>().Select(assignment => assignment.Target).OfType<IFlowCaptureReferenceOperation>().Select(target => target.Id).ToImmutableHashSet();
        kept = operations.OfType<IFlowCaptureOperation>()
            .Where(capture => targets.Contains(capture.Id) && Variable(capture.Value) is not null)
            .GroupBy(capture => capture.Id)
            .ToDictionary(captures => captures.Key, captures => Variable(captures.First().Value)!);
        var atStart = graph.Blocks.ToDictionary(block => block, _ => Nothing);
        var pending = new Queue<BasicBlock>(graph.Blocks);
        while (pending.Count > 0)
        {
            var block = pending.Dequeue();
            var atEnd = Follow(block, atStart[block], uses: null);
            foreach (var next in Successors(block, graph).Where(next => !atEnd.IsSubsetOf(atStart[next])))
            {
                atStart[next] = atStart[next].Union(atEnd);
                pending.Enqueue(next);
            }
        }

        var uses = new List<(IOperation Use, ISymbol Variable)>();
        foreach (var block in graph.Blocks.Where(block => block.IsReachable))
            Follow(block, atStart[block], uses);
        return uses;
    }

    // What is moved in a try block may be so in each of its handlers.
    private static IEnumerable<BasicBlock> Successors(BasicBlock block, ControlFlowGraph graph)
    {
        foreach (var branch in new[] { block.FallThroughSuccessor, block.ConditionalSuccessor })
        {
            if (branch is null)
                continue;
            if (branch.Destination is { } next)
                yield return next;
            foreach (var region in branch.FinallyRegions)
                yield return graph.Blocks[region.FirstBlockOrdinal];
        }

        for (var region = block.EnclosingRegion; region is not null; region = region.EnclosingRegion)
        {
            if (region is { Kind: ControlFlowRegionKind.Try, EnclosingRegion.NestedRegions: var parts })
            {
                foreach (var handler in parts.Where(part => part != region))
                    yield return graph.Blocks[handler.FirstBlockOrdinal];
            }
        }
    }

    private ImmutableHashSet<ISymbol> Follow(BasicBlock block, ImmutableHashSet<ISymbol> moved, List<(IOperation Use, ISymbol Variable)>? uses)
    {
        foreach (var operation in Operations(block))
            moved = Follow(operation, moved, uses);
        return moved;
    }

    private ImmutableHashSet<ISymbol> Follow(IOperation operation, ImmutableHashSet<ISymbol> moved, List<(IOperation Use, ISymbol Variable)>? uses)
    {
        if (operation is ISimpleAssignmentOperation { IsRef: false, Target: var target } assignment && Variable(target) is { } assigned)
            return Follow(assignment.Value, moved, uses).Remove(assigned);
        if (operation is IArgumentOperation { Parameter.RefKind: RefKind.Out, Value: var output } && Variable(output) is { } filled)
            return moved.Remove(filled);
        if (operation is IFlowCaptureOperation capture && kept.ContainsKey(capture.Id))
            return moved;
        foreach (var child in operation.ChildOperations)
            moved = Follow(child, moved, uses);

        if (Variable(operation) is { } variable && moved.Contains(variable) && !IsNamedOnly(operation))
            uses?.Add((operation, variable));
        return IsMove(operation, shareable) && Variable(Unconverted(((IInvocationOperation)operation).Arguments[0].Value)) is { } gone ? moved.Add(gone) : moved;
    }

    private static bool IsNamedOnly(IOperation operation) => operation.Parent is INameOfOperation;

    private static IOperation Unconverted(IOperation value) => value is IConversionOperation { IsImplicit: true } conversion ? Unconverted(conversion.Operand) : value;

    private ISymbol? Variable(IOperation operation) => operation switch
    {
        IFlowCaptureReferenceOperation reference => kept.TryGetValue(reference.Id, out var variable) ? variable : null,
        ILocalReferenceOperation { Local: var local } => local,
        IParameterReferenceOperation { Parameter: var parameter } => parameter,
        _ => null,
    };
}
