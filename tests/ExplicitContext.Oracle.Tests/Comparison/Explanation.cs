namespace ExplicitContext.Oracle.Tests.Comparison;

/// <summary>A reason for which sources and built code may differ. <c>docs/oracle.md</c> has a row for each.</summary>
/// <param name="Name">The reason, as the page calls it.</param>
/// <param name="Covers">Whether a difference has this reason.</param>
internal sealed record Explanation(string Name, Func<Difference, bool> Covers);
