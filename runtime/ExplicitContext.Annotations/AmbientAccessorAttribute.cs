namespace ExplicitContext;

/// <summary>
/// Marks a static member that yields a context, or a piece of its state, to someone who was not handed it. Every use of it is an ambient read.
/// </summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field | AttributeTargets.Method | AttributeTargets.Event, Inherited = false)]
public sealed class AmbientAccessorAttribute : Attribute
{
    /// <summary>
    /// The expression that replaces a read where a context is at hand, starting at the conventional parameter name of a context type:
    /// <c>tstate.Interp.Options</c>. Not needed where the accessor yields the context itself.
    /// </summary>
    public string? ReplacedBy { get; set; }
}
