using Microsoft.CodeAnalysis;

namespace ExplicitContext.Model.Availability;

/// <summary>Something that can be named at a program point and may hold a context.</summary>
/// <param name="Symbol">A parameter, local, field or property, or the type that <c>this</c> has.</param>
/// <param name="Type">Its type.</param>
/// <param name="Expression">How one names it.</param>
/// <param name="Cost">How far it is, without derivations.</param>
internal sealed record ContextCandidate(ISymbol Symbol, ITypeSymbol Type, string Expression, int Cost);
