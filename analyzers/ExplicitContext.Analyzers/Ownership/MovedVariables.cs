using System.Collections.Immutable;
using ExplicitContext.Analyzers.Flow;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ExplicitContext.Analyzers.Ownership;

/// <summary>Follows variables through a control flow graph: moved by <c>Shareable.Move(x)</c>, whole again by an assignment.</summary>
internal sealed class MovedVariables : ForwardFlow<ImmutableHashSet<ISymbol>>
{
    private static readonly ImmutableHashSet<ISymbol> Nothing = ImmutableHashSet.Create<ISymbol>(SymbolEqualityComparer.Default);

    private readonly INamedTypeSymbol shareable;

    // The graph keeps the target of an assignment aside where the value has branches: "x = a ?? b" begins with x.
    private readonly Dictionary<CaptureId, ISymbol> kept;

    public MovedVariables(ControlFlowGraph graph, INamedTypeSymbol shareable)
        : base(graph)
    {
        this.shareable = shareable;
        var targets = graph.Descendants().OfType<ISimpleAssignmentOperation>().Select(assignment => assignment.Target).OfType<IFlowCaptureReferenceOperation>().Select(target => target.Id).ToImmutableHashSet();
        kept = graph.Captured()
            .Where(capture => targets.Contains(capture.Key) && VariableOf(capture.Value) is not null)
            .ToDictionary(capture => capture.Key, capture => VariableOf(capture.Value)!);
    }

    /// <summary>Whether an operation is a move.</summary>
    public static bool IsMove(IOperation operation, INamedTypeSymbol shareable) =>
        operation is IInvocationOperation { TargetMethod: { Name: "Move", ContainingType: var type } } && SymbolEqualityComparer.Default.Equals(type, shareable);

    /// <summary>The uses of variables that are moved on some way to them; each once.</summary>
    public IReadOnlyList<(IOperation Use, ISymbol Variable)> Uses()
    {
        var uses = new List<(IOperation Use, ISymbol Variable)>();
        Visit(Nothing, (operation, moved) =>
        {
            if (Variable(operation) is { } variable && moved.Contains(variable) && !IsNoUse(operation))
                uses.Add((operation, variable));
        });
        return uses;
    }

    protected override ImmutableHashSet<ISymbol> After(IOperation operation, ImmutableHashSet<ISymbol> before) => operation switch
    {
        ISimpleAssignmentOperation { IsRef: false, Target: var target } when Variable(target) is { } assigned => before.Remove(assigned),
        IArgumentOperation { Parameter.RefKind: RefKind.Out, Value: var output } when Variable(output) is { } filled => before.Remove(filled),
        IInvocationOperation move when IsMove(move, shareable) && Variable(move.Arguments[0].Value.WithoutConversions()) is { } gone => before.Add(gone),
        _ => before,
    };

    protected override ImmutableHashSet<ISymbol> Join(ImmutableHashSet<ISymbol> one, ImmutableHashSet<ISymbol> other) => one.Union(other);

    protected override bool AreEqual(ImmutableHashSet<ISymbol> one, ImmutableHashSet<ISymbol> other) => one.SetEquals(other);

    // What is moved in a try block may be so in each of its handlers.
    protected override ImmutableHashSet<ISymbol> Thrown(ImmutableHashSet<ISymbol> atTry, ImmutableHashSet<ISymbol> before, ImmutableHashSet<ISymbol> after) => before.Union(after);

    private static ISymbol? VariableOf(IOperation operation) => operation switch
    {
        ILocalReferenceOperation { Local: var local } => local,
        IParameterReferenceOperation { Parameter: var parameter } => parameter,
        _ => null,
    };

    private bool IsNoUse(IOperation operation) => operation.Parent switch
    {
        INameOfOperation => true,
        ISimpleAssignmentOperation { IsRef: false } assignment => assignment.Target == operation,
        IArgumentOperation { Parameter.RefKind: RefKind.Out } => true,
        IFlowCaptureOperation capture => kept.ContainsKey(capture.Id),
        _ => false,
    };

    private ISymbol? Variable(IOperation operation) =>
        operation is IFlowCaptureReferenceOperation reference ? kept.TryGetValue(reference.Id, out var variable) ? variable : null : VariableOf(operation);
}
