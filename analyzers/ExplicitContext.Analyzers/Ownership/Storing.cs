using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ExplicitContext.Analyzers.Ownership;

/// <summary>An operation that puts a value into a member, or into the collection that a member holds.</summary>
/// <param name="Target">The member.</param>
/// <param name="Value">The value.</param>
/// <param name="IntoCollection">Whether it goes into the collection.</param>
internal sealed record Storing(IMemberReferenceOperation Target, IOperation Value, bool IntoCollection)
{
    /// <summary>The operations that may store something.</summary>
    public static OperationKind[] Kinds =>
        [OperationKind.SimpleAssignment, OperationKind.CoalesceAssignment, OperationKind.CompoundAssignment, OperationKind.EventAssignment, OperationKind.Invocation];

    private static readonly ImmutableHashSet<string> Adding = ImmutableHashSet.Create(
        StringComparer.Ordinal, "Add", "TryAdd", "AddFirst", "AddLast", "AddOrUpdate", "Enqueue", "GetOrAdd", "Insert", "Push", "Register", "Subscribe");

    /// <summary>What an operation stores; empty for most.</summary>
    public static IEnumerable<Storing> Of(IOperation operation) => operation switch
    {
        IEventAssignmentOperation { Adds: true, EventReference: IEventReferenceOperation target, HandlerValue: var handler } => [new(target, handler, false)],
        IAssignmentOperation { Target: IPropertyReferenceOperation { Property.IsIndexer: true, Instance: { } collection }, Value: var value } when Member(collection) is { } member => [new(member, value, true)],
        IAssignmentOperation { Target: var target, Value: var value } when Member(target) is { } member => [new(member, value, false)],
        IInvocationOperation { Instance: { } instance, TargetMethod: var method, Arguments: var arguments } when Adding.Contains(method.Name) && Member(instance) is { } member =>
            arguments.SelectMany(argument => Stored(argument, method)).Select(value => new Storing(member, value, true)),
        _ => [],
    };

    /// <summary>The static member that the target is reached from; null where it is reached from an instance at hand.</summary>
    public ISymbol? StaticRoot()
    {
        for (IOperation? current = Target; current is IMemberReferenceOperation reference; current = reference.Instance?.WithoutConversions())
        {
            if (reference.Member.IsStatic)
                return reference.Member;
        }

        return null;
    }

    // A collection that makes what is missing keeps what its factory returns.
    private static IEnumerable<IOperation> Stored(IArgumentOperation argument, IMethodSymbol method) =>
        method.Name is not ("GetOrAdd" or "AddOrUpdate") || argument.Parameter?.Type.TypeKind != TypeKind.Delegate ? [argument.Value]
        : argument.Value.WithoutConversions() is IDelegateCreationOperation { Target: IAnonymousFunctionOperation lambda } ? lambda.Body.Descendants().OfType<IReturnOperation>().Select(made => made.ReturnedValue).OfType<IOperation>()
        : [];

    private static IMemberReferenceOperation? Member(IOperation operation) =>
        operation.WithoutConversions() is IMemberReferenceOperation { Member: IFieldSymbol or IPropertySymbol { IsIndexer: false } } reference ? reference : null;
}
