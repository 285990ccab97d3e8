namespace ExplicitContext;

/// <summary>Marks the context of one thread of an interpreter: short for <c>[ContextType("thread", ParameterName = "tstate")]</c>.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Interface, Inherited = false)]
public sealed class ThreadStateAttribute : Attribute;
