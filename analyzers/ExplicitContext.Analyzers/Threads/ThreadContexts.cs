using System.Collections.Immutable;
using ExplicitContext.Analyzers.Flow;
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
    private static readonly ImmutableHashSet<string> FreeMethods = ImmutableHashSet.Create(
        StringComparer.Ordinal, nameof(ToString), nameof(Equals), nameof(GetHashCode), nameof(GetType), nameof(ReferenceEquals));

    private readonly ImmutableTypes immutable = new(contexts.Compilation);
    private readonly Lazy<bool> exist = new(() =>
        contexts.Configuration.Entries.Any(entry => entry.Scope == "thread")
        || !contexts.Compilation.GetTypesByMetadataName("ExplicitContext.Runtime.ThreadState").IsEmpty
        || contexts.HasAnnotatedLibraries
        || contexts.Compilation.SyntaxTrees.Any(new MentioningTrees("ThreadState", "\"thread\"").Contains));

    /// <summary>Whether there may be contexts of a thread at all: the runtime's, one that the configuration names, one of a library's, or one of the code's own.</summary>
    public bool Exist => exist.Value;

    /// <summary>Whether an operation names something that holds a context of a thread: a variable, a field, a property.</summary>
    public bool IsReference(IOperation operation) =>
        operation is ILocalReferenceOperation or IParameterReferenceOperation or IFieldReferenceOperation or IPropertyReferenceOperation && contexts.IsThreadBound(operation.Type);

    /// <summary>Whether an operation names the value of such a reference that the graph keeps aside.</summary>
    public bool IsCapturedReference(IOperation operation, IReadOnlyDictionary<CaptureId, IOperation> captured) =>
        operation is IFlowCaptureReferenceOperation capture && captured.TryGetValue(capture.Id, out var value) && IsReference(value.WithoutConversions());

    /// <summary>Whether a reference is what is assigned, not what is used, or is only kept aside for a use that comes later.</summary>
    public static bool IsNoUse(IOperation reference) =>
        reference.Parent is IFlowCaptureOperation or IDeclarationExpressionOperation
        || reference.IsInNameOf()
        || AmbientUsages.Of(reference) == AmbientUsage.Write;

    /// <summary>Whether the thread itself may do here what is done, though it is not inside just now: <c>[GuardedBy("the own thread")]</c>.</summary>
    public static bool IsOwnUse(IOperation reference) => reference.WithImplicitConversions() is var value && value.Parent switch
    {
        IPropertyReferenceOperation { Property: var property } => GuardOf(property) == LockGuards.OwnThread,
        IInvocationOperation { TargetMethod: var method } call when call.Instance == value => GuardOf(method) == LockGuards.OwnThread,
        _ => false,
    };

    /// <summary>Whether any thread may do with a context of another one what is done here: ask whether there is one, read what never changes, leave it a message.</summary>
    public bool IsFreeUse(IOperation reference) => reference.WithImplicitConversions() is var value && value.Parent switch
    {
        IPropertyReferenceOperation { Property: var property } access when access.Instance == value => IsFree(property),
        IFieldReferenceOperation { Field: { IsReadOnly: true } field } access when access.Instance == value => IsUnchanging(field.Type),
        IInvocationOperation { TargetMethod: var method } call when call.Instance == value => FreeMethods.Contains(method.Name) || GuardOf(method) == LockGuards.Atomic,
        IArgumentOperation { Parent: IInvocationOperation { TargetMethod: { Name: nameof(ReferenceEquals) or nameof(GC.KeepAlive) } } } => true,
        IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals } or IIsNullOperation or IIsPatternOperation or IIsTypeOperation => true,
        IInterpolationOperation or IDiscardOperation => true,
        ISimpleAssignmentOperation { Target: IDiscardOperation } => true,
        _ => false,
    };

    private bool IsFree(IPropertySymbol property) =>
        GuardOf(property) is { } guard ? guard == LockGuards.Atomic : property.SetMethod is null or { IsInitOnly: true } && IsUnchanging(property.Type) && !IsComputed(property);

    private bool IsUnchanging(ITypeSymbol type) => contexts.ContextOf(type) is not null || immutable.Contains(type) || type.Name == nameof(Thread);

    private static string? GuardOf(ISymbol member) => LockGuards.NameIn(KnownAttributes.Find(member.OriginalDefinition, KnownAttributes.GuardedBy));

    // Who computes may read what changes. Of a property in a reference nobody can tell; its backing field is not to be seen.
    private static bool IsComputed(IPropertySymbol property) =>
        property.DeclaringSyntaxReferences.Length > 0
        && property.ContainingType.OriginalDefinition.GetMembers().All(member => !SymbolEqualityComparer.Default.Equals((member as IFieldSymbol)?.AssociatedSymbol, property.OriginalDefinition));
}
