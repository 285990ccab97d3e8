namespace ExplicitContext;

/// <summary>Marks the context of one interpreter: short for <c>[ContextType("interpreter", ParameterName = "interp")]</c>.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Interface, Inherited = false)]
public sealed class InterpreterStateAttribute : Attribute;
