namespace ExplicitContext;

/// <summary>
/// Asks the generator for context-passing overloads: of this method, constructor or property and all that it calls, or, on a type or an assembly, of every member there
/// that reaches an ambient accessor.
/// </summary>
[AttributeUsage(
    AttributeTargets.Method | AttributeTargets.Constructor | AttributeTargets.Property
    | AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Interface | AttributeTargets.Assembly,
    Inherited = false)]
public sealed class PassContextAttribute : Attribute;
