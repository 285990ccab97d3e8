namespace ExplicitContext.Model.Rewriting.Facts;

/// <summary>What is asked about the operations of a body.</summary>
/// <param name="Contexts">What is a context, and what is ambient.</param>
/// <param name="Lookup">Which context takes the place of a read.</param>
/// <param name="Upstream">What is known of callees in other assemblies.</param>
internal sealed record FactSources(ContextModel Contexts, ContextLookup Lookup, UpstreamCallees Upstream);
