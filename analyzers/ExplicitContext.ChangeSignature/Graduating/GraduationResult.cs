using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace ExplicitContext.ChangeSignature.Graduating;

/// <summary>What became of some wishes to graduate.</summary>
/// <param name="Solution">The changed solution; it has no compiler error that was not there before.</param>
/// <param name="Graduated">The documentation IDs of the members whose overloads are source now: the requested ones, and all that those overloads call.</param>
/// <param name="Removed">Those of the legacy members that nobody called any more, so that they are gone.</param>
/// <param name="Refusals">The members that stayed as they were.</param>
public sealed record GraduationResult(Solution Solution, ImmutableArray<string> Graduated, ImmutableArray<string> Removed, ImmutableArray<Refusal> Refusals);
