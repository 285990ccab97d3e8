namespace ExplicitContext.Analyzers.Reporting;

/// <summary>The custom tags of the rules.</summary>
public static class RuleTags
{
    /// <summary>The severity follows the level that holds where the finding is; the descriptor's default is that of <c>enforce</c>.</summary>
    public const string ByLevel = "ExplicitContext.ByLevel";
}
