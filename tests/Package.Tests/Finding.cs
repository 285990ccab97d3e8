using System.Text.Json;
using System.Text.RegularExpressions;
using ExplicitContext.Consumers;

namespace Package.Tests;

/// <summary>A rule at a line, as the compiler's SARIF log reports it or as a comment in the source announces it.</summary>
internal sealed partial record Finding(string Rule, string Source, int Line)
{
    /// <summary>The findings of our rules in a log that a build left through <c>ErrorLog</c>.</summary>
    public static IReadOnlyList<Finding> FromSarif(string log)
    {
        using var sarif = JsonDocument.Parse(log);
        var findings =
            from result in sarif.RootElement.GetProperty("runs")[0].GetProperty("results").EnumerateArray()
            let rule = result.GetProperty("ruleId").GetString()!
            where rule.StartsWith("ECTX", StringComparison.Ordinal)
            let place = result.GetProperty("locations")[0].GetProperty("physicalLocation")
            select new Finding(
                rule,
                Path.GetFileName(new Uri(place.GetProperty("artifactLocation").GetProperty("uri").GetString()!).LocalPath),
                place.GetProperty("region").GetProperty("startLine").GetInt32());
        return Sorted(findings);
    }

    /// <summary>The findings that the sources of a project announce: <c>// ECTX1001</c> at the end of a line, several with commas.</summary>
    public static IReadOnlyList<Finding> Announced(ConsumerProject project) =>
        Sorted(
            from file in Directory.EnumerateFiles(project.Folder, "*.cs")
            from line in File.ReadLines(file).Index()
            let announcement = Announcement().Match(line.Item)
            where announcement.Success
            from rule in announcement.Groups["rule"].Captures
            select new Finding(rule.Value, Path.GetFileName(file), line.Index + 1));

    private static List<Finding> Sorted(IEnumerable<Finding> findings) => [.. findings.OrderBy(f => (f.Source, f.Line, f.Rule))];

    [GeneratedRegex(@"// (?<rule>ECTX\d{4})(, (?<rule>ECTX\d{4}))*$")]
    private static partial Regex Announcement();
}
