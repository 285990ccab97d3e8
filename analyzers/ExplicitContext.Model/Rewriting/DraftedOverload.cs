using ExplicitContext.Model.Rewriting.Facts;
using ExplicitContext.Model.Rewriting.Planning;
using ExplicitContext.Model.Rewriting.Texts;

namespace ExplicitContext.Model.Rewriting;

/// <summary>One overload of a draft, with what was decided for it.</summary>
/// <param name="Written">The overload.</param>
/// <param name="Hides">Whether it hides an overload of a base type.</param>
/// <param name="NeedsScope">Whether something in it would find the right ambient under a scope.</param>
/// <param name="Decisions">What was decided of the calls in it that reach the ambient.</param>
/// <param name="Findings">What in it stays as it was.</param>
internal sealed record DraftedOverload(WrittenOverload Written, bool Hides, bool NeedsScope, IReadOnlyList<(CallFact Call, CallDecision Decision)> Decisions, IReadOnlyList<GenerationFinding> Findings)
{
    public MemberPlan Plan => Written.Plan;
}
