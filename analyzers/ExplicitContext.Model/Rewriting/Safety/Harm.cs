using ExplicitContext.Model.Rewriting.Planning;

namespace ExplicitContext.Model.Rewriting.Safety;

/// <summary>What an overload would spoil.</summary>
/// <param name="Plan">The overload.</param>
/// <param name="Reason">The finding's message.</param>
/// <param name="IsOfBody">Whether it is only its body that does.</param>
internal sealed record Harm(MemberPlan Plan, string Reason, bool IsOfBody);
