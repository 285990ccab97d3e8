namespace ExplicitContext;

/// <summary>Marks a partial class as module state of which every interpreter has its own instance, made on first use: <c>interp.Logging()</c> for a class <c>Logging</c>.</summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class PerInterpreterAttribute : Attribute;
