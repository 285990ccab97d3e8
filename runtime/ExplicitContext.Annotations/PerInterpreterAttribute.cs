namespace ExplicitContext;

/// <summary>Marks a partial class as module state of which every interpreter has its own instance.</summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class PerInterpreterAttribute : Attribute;
