namespace ExplicitContext;

/// <summary>
/// Asks the generator for context-passing overloads: of this method and all that it calls, or, on a type or an assembly, of every member there
/// that reaches an ambient accessor.
/// </summary>
[AttributeUsage(
    AttributeTargets.Method | AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Interface | AttributeTargets.Assembly,
    Inherited = false)]
public sealed class PassContextAttribute : Attribute;
