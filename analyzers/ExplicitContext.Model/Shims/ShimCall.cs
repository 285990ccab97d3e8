using Microsoft.CodeAnalysis;

namespace ExplicitContext.Model.Shims;

/// <summary>The call by which a member, or one of its accessors, is implemented.</summary>
/// <param name="Legacy">The method without the context.</param>
/// <param name="Explicit">The method with it.</param>
/// <param name="Ordinal">Where the context stands among its parameters.</param>
/// <param name="Context">The context.</param>
internal sealed record ShimCall(IMethodSymbol Legacy, IMethodSymbol Explicit, int Ordinal, ContextType Context);
