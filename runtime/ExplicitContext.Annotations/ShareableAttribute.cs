namespace ExplicitContext;

/// <summary>Says that instances of the type may cross from one interpreter to another.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Enum, Inherited = false)]
public sealed class ShareableAttribute : Attribute;
