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

    /// <summary>
    /// The chain from a call to the ambient, one member a line, the ambient accessor last: the name of the assembly, a slash, and the
    /// documentation ID.
    /// </summary>
    public const string Chain = "Chain";

    /// <summary>
    /// The global option by which a report asks for recorded findings also where a severity that the user set would turn them into warnings or errors.
    /// </summary>
    public const string ShowRecordedOption = "explicit_context.show_recorded";
}
