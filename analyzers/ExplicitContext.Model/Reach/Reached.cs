namespace ExplicitContext.Model.Reach;

/// <summary>A member from which an ambient read can be reached.</summary>
/// <param name="Member">The member.</param>
/// <param name="Distance">How many calls away the read is; zero for a direct read.</param>
/// <param name="NextKey">The next member of a shortest chain; null for a direct read.</param>
public sealed record Reached(MemberSummary Member, int Distance, string? NextKey);
