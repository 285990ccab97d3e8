using Microsoft.CodeAnalysis;

namespace ExplicitContext.Model.Sharing;

/// <summary>Why a type that is declared shareable is not.</summary>
/// <param name="Symbol">The member or type that stands in the way.</param>
/// <param name="Reason">The end of the sentence "'X' is declared shareable, but ...".</param>
public sealed record Obstacle(ISymbol Symbol, string Reason);
