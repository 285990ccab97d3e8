namespace ExplicitContext;

/// <summary>Marks the context of the whole process: short for <c>[ContextType("process", ParameterName = "runtime")]</c>.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Interface, Inherited = false)]
public sealed class RuntimeStateAttribute : Attribute;
