namespace ExplicitContext;

/// <summary>
/// Marks an entry point: a member (or every member of a type) that may read the ambient once and hand the context on. Public API that must keep
/// its signature, a thread's first method, a callback whose signature someone else fixed.
/// </summary>
/// <remarks>
/// Where a <c>partial</c> member without a body is marked, its body is generated: one call to the member of the same name that takes the context first,
/// with the ambient context.
/// </remarks>
[AttributeUsage(
    AttributeTargets.Method | AttributeTargets.Constructor | AttributeTargets.Property | AttributeTargets.Event | AttributeTargets.Field
    | AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Interface,
    Inherited = false)]
public sealed class ContextEntryAttribute : Attribute
{
    /// <summary>
    /// The ambient accessor that a generated body reads, as one writes it at this place: <c>Engine.Current</c>. Not needed where there is only one that yields
    /// the context, or only one in the context type itself.
    /// </summary>
    public string? Ambient { get; set; }
}
