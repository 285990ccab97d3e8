namespace ExplicitContext;

/// <summary>Marks a field or property of a wider state whose home is a narrower one.</summary>
/// <remarks>
/// Where a static <c>partial</c> property is marked, its body is generated: the value lives in the state, and the old name leads to that of the ambient state.
/// </remarks>
/// <param name="state">The context type that the field belongs to, such as <c>typeof(InterpreterState)</c>.</param>
[AttributeUsage(AttributeTargets.Field | AttributeTargets.Property, Inherited = false)]
public sealed class MoveToAttribute(Type state) : Attribute
{
    /// <summary>The context type that the field belongs to.</summary>
    public Type State { get; } = state;

    /// <summary>
    /// What makes the first value in each state, by the name of a static member of the same type: a method that takes nothing or the state, a property, a
    /// field or a constant. Where it is not set, the first value is the default of the type.
    /// </summary>
    public string? Initial { get; set; }

    /// <summary>The ambient accessor that a generated body reads, where more than one yields the state: <c>Engine.Current</c>.</summary>
    public string? Ambient { get; set; }
}
