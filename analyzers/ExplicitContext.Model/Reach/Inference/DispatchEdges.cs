using System.Collections.Immutable;

namespace ExplicitContext.Model.Reach.Inference;

/// <summary>The overrides and implementations in a compilation.</summary>
internal sealed record DispatchEdges(ImmutableArray<DispatchEdge> Items);
