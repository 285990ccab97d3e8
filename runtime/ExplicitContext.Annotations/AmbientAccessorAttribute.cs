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

    /// <summary>
    /// The method by which a context becomes the ambient one until what it returns is disposed of: <c>nameof(Enter)</c> for a method of the
    /// accessor's own type, else a documentation ID, <c>M:Engine.Enter(Engine)</c>. It is static and takes the context, or a method of a context
    /// without parameters; parameters that are optional or <c>out</c> do not count. With it, what cannot be rewritten is called under that scope.
    /// </summary>
    public string? EnteredBy { get; set; }
}
