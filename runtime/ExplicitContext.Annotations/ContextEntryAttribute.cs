namespace ExplicitContext;

/// <summary>
/// Marks an entry point: a member (or every member of a type) that may read the ambient once and hand the context on. Public API that must keep
/// its signature, a thread's first method, a callback whose signature someone else fixed.
/// </summary>
[AttributeUsage(
    AttributeTargets.Method | AttributeTargets.Constructor | AttributeTargets.Property | AttributeTargets.Event | AttributeTargets.Field
    | AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Interface,
    Inherited = false)]
public sealed class ContextEntryAttribute : Attribute;
