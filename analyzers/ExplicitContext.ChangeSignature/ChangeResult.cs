using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace ExplicitContext.ChangeSignature;

/// <summary>What became of some requests.</summary>
/// <param name="Solution">The changed solution; it has no compiler error that was not there before.</param>
/// <param name="Changed">The members, as they were declared, whose signatures have changed or got an overload: the requested ones, and all that must look alike.</param>
/// <param name="Refusals">The requested members that stayed as they were.</param>
public sealed record ChangeResult(Solution Solution, ImmutableArray<IMethodSymbol> Changed, ImmutableArray<Refusal> Refusals);
