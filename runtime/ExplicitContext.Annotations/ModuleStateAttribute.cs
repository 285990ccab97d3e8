namespace ExplicitContext;

/// <summary>
/// Marks a partial class as module state of which every instance of a context type has its own, made on first use and disposed of with its context.
/// <see cref="PerInterpreterAttribute"/> and <see cref="PerThreadAttribute"/> say the same of the runtime's states.
/// </summary>
/// <param name="state">
/// The context type, such as <c>typeof(Engine)</c>. It is partial and in the same assembly, or has slots already: <c>[ContextType("engine", HasSlots = true)]</c>.
/// </param>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class ModuleStateAttribute(Type state) : Attribute
{
    /// <summary>The context type.</summary>
    public Type State { get; } = state;
}
