namespace ExplicitContext;

/// <summary>Marks a field of a wider state whose home is a narrower one.</summary>
/// <param name="state">The context type that the field belongs to, such as <c>typeof(InterpreterState)</c>.</param>
[AttributeUsage(AttributeTargets.Field | AttributeTargets.Property, Inherited = false)]
public sealed class MoveToAttribute(Type state) : Attribute
{
    /// <summary>The context type that the field belongs to.</summary>
    public Type State { get; } = state;
}
