namespace ExplicitContext.Analyzers.Reporting;

/// <summary>Where the page of a rule is.</summary>
public static class RulePage
{
    private const string Folder = "https://github.com/explicit-context/explicit-context/blob/main/docs/rules/";

    /// <summary>The address of a rule's page.</summary>
    public static string For(string ruleId) => $"{Folder}{ruleId}.md";
}
