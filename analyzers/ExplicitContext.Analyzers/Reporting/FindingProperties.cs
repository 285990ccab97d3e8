namespace ExplicitContext.Analyzers.Reporting;

/// <summary>The names under which every diagnostic about code carries what its baseline entry is, for reports and for the <c>baseline</c> command.</summary>
public static class FindingProperties
{
    /// <summary>The member that the finding belongs to, as a baseline names it.</summary>
    public const string Member = "Member";

    /// <summary>What the finding is about, as a baseline names it; empty where it is the member itself.</summary>
    public const string Subject = "Subject";

    /// <summary>There, and <c>true</c>, where the finding is recorded in the baseline.</summary>
    public const string Baselined = "Baselined";
}
