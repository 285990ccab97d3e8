namespace ExplicitContext.Model.Reach.Inference;

/// <summary>The overrides and implementations in a compilation, and the types that have any.</summary>
internal sealed record DispatchEdges(EquatableArray<DispatchEdge> Items, EquatableArray<TypeBases> Types);
