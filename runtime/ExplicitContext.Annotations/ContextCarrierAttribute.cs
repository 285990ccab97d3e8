namespace ExplicitContext;

/// <summary>Marks a type whose instances hold a context for their whole life, so that its instance members need no context parameter.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct, Inherited = false)]
public sealed class ContextCarrierAttribute : Attribute;
