using System.Globalization;
using ExplicitContext.Migration.Analysis;

namespace ExplicitContext.Tool.Analysis;

/// <summary>How reports say places, numbers and times.</summary>
internal static class Words
{
    /// <summary>A number with its noun.</summary>
    public static string Count(int value, string noun) => string.Create(CultureInfo.InvariantCulture, $"{value} {noun}{(value == 1 ? "" : "s")}");

    /// <summary>How often.</summary>
    public static string Times(int count) => count switch { 1 => "once", 2 => "twice", _ => string.Create(CultureInfo.InvariantCulture, $"{count} times") };

    /// <summary>A path from the root of the repository, with forward slashes.</summary>
    public static string PathIn(SolutionAnalysis analysis, string path) => Path.GetRelativePath(analysis.Root, path).Replace('\\', '/');

    /// <summary>The end of a last line: what was looked at, and how long that took.</summary>
    public static string Tail(SolutionAnalysis analysis) => string.Create(
        CultureInfo.InvariantCulture, $"{Count(analysis.Scopes.Count, "project")}, {Count(analysis.Compilations, "compilation")}; {analysis.Milliseconds / 1000.0:F1} s");
}
