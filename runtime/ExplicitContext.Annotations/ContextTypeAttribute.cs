namespace ExplicitContext;

/// <summary>Marks a type whose instances are handed on explicitly: a context.</summary>
/// <param name="scope">
/// How wide the state is that the context stands for: <c>process</c>, <c>interpreter</c>, <c>thread</c>, or a name of your own such as
/// <c>request</c> or <c>engine</c>.
/// </param>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Interface, Inherited = false)]
public sealed class ContextTypeAttribute(string scope) : Attribute
{
    /// <summary>The scope of the context.</summary>
    public string Scope { get; } = scope;

    /// <summary>
    /// The conventional name of a parameter of this type, such as <c>tstate</c>. Where it is not set, the type's name in camel case.
    /// </summary>
    public string? ParameterName { get; set; }

    /// <summary>
    /// Whether slots for module state are generated into the type, which must be partial, for other assemblies too: a public method that finds the state of a
    /// slot, and <c>DisposeSlots()</c>. For module state in the same assembly they are generated in any case, and are internal.
    /// </summary>
    public bool HasSlots { get; set; }
}
