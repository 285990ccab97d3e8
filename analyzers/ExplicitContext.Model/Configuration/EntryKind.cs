namespace ExplicitContext.Model.Configuration;

/// <summary>What a line of the configuration says of the symbol it names.</summary>
public enum EntryKind
{
    /// <summary>A static member or constructor that yields a context or a piece of its state: <c>[AmbientAccessor]</c>.</summary>
    Ambient,

    /// <summary>A context type: <c>[ContextType]</c>.</summary>
    Context,

    /// <summary>A member or type that may read the ambient: <c>[ContextEntry]</c>.</summary>
    Entry,

    /// <summary>A type whose instances hold a context: <c>[ContextCarrier]</c>.</summary>
    Carrier,

    /// <summary>A member or type that wants context-passing overloads: <c>[PassContext]</c>.</summary>
    Pass,

    /// <summary>A static member that is process-global on purpose: <c>[AuditedStatic]</c>.</summary>
    Audited,
}
