using ExplicitContext.Model.Rewriting.Planning;
using Microsoft.CodeAnalysis;

namespace ExplicitContext.Model.Rewriting.Safety;

/// <summary>What an overload would spoil.</summary>
/// <param name="Plan">The overload.</param>
/// <param name="Reason">What would be spoilt, and where: a sentence.</param>
/// <param name="Advice">What a person can do about it: a sentence.</param>
/// <param name="Cause">What of the overload does it.</param>
internal sealed record Harm(MemberPlan Plan, string Reason, string Advice, HarmCause Cause)
{
    /// <summary>The file that shows it; null where declarations alone do.</summary>
    public SyntaxTree? Source { get; init; }

    /// <summary>Whether another overload may be to blame: where any is without doubt, one looks again without that.</summary>
    public bool IsGuess { get; init; }

    /// <summary>What is said where there can be no overload for it.</summary>
    public string Message => $"{Reason} {Advice}";
}
