using Microsoft.CodeAnalysis;

namespace ExplicitContext.ChangeSignature;

/// <summary>Why a member was left as it is.</summary>
/// <param name="Member">The member that was to take the context.</param>
/// <param name="Location">What stands in the way.</param>
/// <param name="Reason">One sentence.</param>
public sealed record Refusal(ISymbol Member, Location Location, string Reason);
