using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ExplicitContext.Analyzers.Flow;

/// <summary>What a control flow graph is made of.</summary>
internal static class ControlFlowGraphs
{
    /// <summary>The operations of a block, the branch's value last.</summary>
    public static IEnumerable<IOperation> AllOperations(this BasicBlock block) =>
        block.BranchValue is { } value ? block.Operations.Add(value) : block.Operations;

    /// <summary>All operations of a graph, those inside of others too.</summary>
    public static IEnumerable<IOperation> Descendants(this ControlFlowGraph graph) =>
        graph.Blocks.SelectMany(AllOperations).SelectMany(operation => operation.DescendantsAndSelf());

    /// <summary>The graph of a body, and those of the local functions and lambdas in it.</summary>
    public static IEnumerable<ControlFlowGraph> WithInner(this ControlFlowGraph graph, CancellationToken cancellationToken)
    {
        var inner = graph.LocalFunctions.Select(function => graph.GetLocalFunctionControlFlowGraph(function, cancellationToken))
            .Concat(graph.Descendants().OfType<IFlowAnonymousFunctionOperation>().Select(lambda => graph.GetAnonymousFunctionControlFlowGraph(lambda, cancellationToken)));
        return inner.SelectMany(part => part.WithInner(cancellationToken)).Prepend(graph);
    }

    /// <summary>What the graph keeps aside while it branches: the first value of each capture.</summary>
    public static IReadOnlyDictionary<CaptureId, IOperation> Captured(this ControlFlowGraph graph) =>
        graph.Descendants().OfType<IFlowCaptureOperation>().GroupBy(capture => capture.Id).ToDictionary(captures => captures.Key, captures => captures.First().Value);
}
