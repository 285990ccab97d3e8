using System.Collections.Immutable;
using ExplicitContext.Model;
using ExplicitContext.Model.Ambient;
using ExplicitContext.Model.StaticState;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ExplicitContext.Analyzers.Threads;

/// <summary>Contexts of one thread, and what may be done with them where the thread is not inside.</summary>
internal sealed class ThreadContexts(ContextModel contexts)
{
    private static readonly ImmutableHashSet<string> FreeProperties = ImmutableHashSet.Create(StringComparer.Ordinal, "Interp", "Thread", "Id", "IsAttached", "IsInside");
    private static readonly ImmutableHashSet<string> FreeMethods = ImmutableHashSet.Create(
        StringComparer.Ordinal, "SetAsyncException", nameof(ToString), nameof(Equals), nameof(GetHashCode), nameof(GetType), nameof(ReferenceEquals));

    private readonly ImmutableTypes immutable = new(contexts.Compilation);

    /// <summary>Whether an operation names something that holds a context of a thread: a variable, a field, a property.</summary>
    public bool IsReference(IOperation operation) =>
        operation is ILocalReferenceOperation or IParameterReferenceOperation or IFieldReferenceOperation or IPropertyReferenceOperation && contexts.IsThreadBound(operation.Type);

    /// <summary>Whether an operation names the value of such a reference that the graph keeps aside.</summary>
    public bool IsCapturedReference(IOperation operation, IReadOnlyDictionary<CaptureId, IOperation> captured) =>
        operation is IFlowCaptureReferenceOperation capture && captured.TryGetValue(capture.Id, out var value) && IsReference(value.WithoutConversions());

    /// <summary>Whether a reference is what is assigned, not what is used, or is only kept aside for a use that comes later.</summary>
    public static bool IsNoUse(IOperation reference) =>
        reference.Parent is IFlowCaptureOperation
        || reference.IsInNameOf()
        || AmbientUsages.Of(reference) == AmbientUsage.Write;

    /// <summary>Whether any thread may do with a context of another one what is done here: ask whether there is one, read what never changes, leave it a message.</summary>
    public bool IsFreeUse(IOperation reference) => reference.WithImplicitConversions() is var value && value.Parent switch
    {
        IPropertyReferenceOperation { Property: var property } access when access.Instance == value => IsFree(property),
        IFieldReferenceOperation { Field: { IsReadOnly: true } field } access when access.Instance == value => IsUnchanging(field.Type),
        IInvocationOperation { TargetMethod: var method } call when call.Instance == value => FreeMethods.Contains(method.Name),
        IArgumentOperation { Parent: IInvocationOperation { TargetMethod: { Name: nameof(ReferenceEquals) or nameof(GC.KeepAlive) } } } => true,
        IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals } or IIsNullOperation or IIsPatternOperation or IIsTypeOperation => true,
        IInterpolationOperation or IDiscardOperation => true,
        ISimpleAssignmentOperation { Target: IDiscardOperation } => true,
        _ => false,
    };

    // The library's own are known by name; of other types, what is made once and cannot change.
    private bool IsFree(IPropertySymbol property) =>
        property.ContainingType is { Name: "ThreadState", ContainingNamespace: { Name: "Runtime", ContainingNamespace.Name: "ExplicitContext" } }
            ? FreeProperties.Contains(property.Name)
            : property.SetMethod is null or { IsInitOnly: true } && IsUnchanging(property.Type);

    private bool IsUnchanging(ITypeSymbol type) => contexts.ContextOf(type) is not null || immutable.Contains(type);
}
