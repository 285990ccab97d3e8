using ExplicitContext.Model.Rewriting.Facts;

namespace ExplicitContext.Model.Rewriting.Scopes;

/// <summary>A part of a rewritten body in which another context takes the place of the overload's: the one that the scope around it makes ambient.</summary>
/// <param name="Region">The part.</param>
/// <param name="Context">The context that is entered.</param>
internal sealed record ReboundScope(ScopeRegion Region, ContextType Context);
