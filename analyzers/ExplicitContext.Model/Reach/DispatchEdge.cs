namespace ExplicitContext.Model.Reach;

/// <summary>A virtual or interface member, and a member that may run in its stead.</summary>
/// <param name="DeclaredKey">What is called.</param>
/// <param name="ImplementingKey">What may run.</param>
public sealed record DispatchEdge(string DeclaredKey, string ImplementingKey);
