namespace ExplicitContext.Model.Rewriting.Facts;

/// <summary>A callee in another assembly that reads the ambient.</summary>
/// <param name="Context">The context that its overload takes; null where it has none that can be called here.</param>
/// <param name="Name">The name of that overload, or null.</param>
internal sealed record UpstreamCallee(ContextType? Context, string? Name);
