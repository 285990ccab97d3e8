namespace ExplicitContext.Model.Reach;

/// <summary>A virtual or interface member, and a member that may run in its stead.</summary>
/// <param name="DeclaredKey">What is called.</param>
/// <param name="ImplementingKey">What may run.</param>
/// <param name="TypeKey">The type in whose instances, and those of types derived from it, it does; null where it is not known.</param>
public sealed record DispatchEdge(string DeclaredKey, string ImplementingKey, string? TypeKey);
