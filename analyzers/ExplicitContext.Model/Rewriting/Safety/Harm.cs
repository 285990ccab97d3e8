using ExplicitContext.Model.Rewriting.Planning;

namespace ExplicitContext.Model.Rewriting.Safety;

/// <summary>What an overload would spoil.</summary>
/// <param name="Plan">The overload.</param>
/// <param name="Reason">What would be spoilt, and where: a sentence.</param>
/// <param name="Advice">What a person can do about it: a sentence.</param>
/// <param name="Cause">What of the overload does it.</param>
internal sealed record Harm(MemberPlan Plan, string Reason, string Advice, HarmCause Cause)
{
    /// <summary>What is said where there can be no overload for it.</summary>
    public string Message => $"{Reason} {Advice}";
}
