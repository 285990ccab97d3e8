namespace ExplicitContext;

/// <summary>Marks a partial class as module state of which every thread state has its own instance, made on first use: <c>tstate.Logging()</c> for a class <c>Logging</c>.</summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class PerThreadAttribute : Attribute;
