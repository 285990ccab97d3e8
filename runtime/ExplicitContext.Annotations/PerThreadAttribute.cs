namespace ExplicitContext;

/// <summary>Marks a partial class as module state of which every thread state has its own instance.</summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class PerThreadAttribute : Attribute;
