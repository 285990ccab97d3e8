using System.Text.RegularExpressions;
using ExplicitContext.Analyzers.Generation;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ExplicitContext.Analyzers.Tests;

/// <summary>Holds descriptors, pages, the table in the README and release tracking together.</summary>
public partial class DocumentationTests
{
    private static readonly string[] Sections = ["Cause", "Why", "Violation", "How to fix", "Does not report", "Configure severity"];

    private static readonly string Root = FindRoot();

    public static TheoryData<string> RuleIds => [.. Rules.Select(rule => rule.Id)];

    private static IReadOnlyList<DiagnosticDescriptor> Rules { get; } =
    [
        .. typeof(GenerationReportAnalyzer).Assembly.GetTypes()
            .Where(type => type is { IsAbstract: false } && type.IsSubclassOf(typeof(DiagnosticAnalyzer)))
            .SelectMany(type => ((DiagnosticAnalyzer)Activator.CreateInstance(type)!).SupportedDiagnostics)
            .OrderBy(rule => rule.Id, StringComparer.Ordinal),
    ];

    [Fact]
    public void RuleIds_AreUnique() => Assert.Equal(Rules.Select(rule => rule.Id).Distinct(), Rules.Select(rule => rule.Id));

    [Fact]
    public void EveryPage_BelongsToARule() => Assert.Equal(
        Rules.Select(rule => rule.Id),
        Directory.GetFiles(Path.Combine(Root, "docs", "rules"), "ECTX*.md").Select(Path.GetFileNameWithoutExtension).Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(RuleIds))]
    public void Page_SaysWhatTheDescriptorSays(string id)
    {
        var rule = Rules.Single(candidate => candidate.Id == id);
        var page = PageOf(id);

        Assert.StartsWith($"# {id}: {rule.Title}\n", page, StringComparison.Ordinal);
        Assert.Equal(Sections, HeadingPattern().Matches(page).Select(heading => heading.Groups[1].Value));
        var (severity, enabled, category, _) = TableOf(id);
        Assert.Equal(rule.IsEnabledByDefault ? "yes" : "no", enabled);
        Assert.Equal(rule.Category, category);
        Assert.Equal(FollowsLevel(rule) ? "by level: Info at `inventory`, Warning at `warn`, Error at `enforce`" : rule.DefaultSeverity.ToString(), severity);
        Assert.EndsWith($"/docs/rules/{id}.md", rule.HelpLinkUri, StringComparison.Ordinal);
        Assert.NotEmpty(rule.Description.ToString());
    }

    [Fact]
    public void TableInTheReadme_ListsEveryRule()
    {
        var rows = Rules.Select(rule => $"| [{rule.Id}](docs/rules/{rule.Id}.md) | {rule.Title} | {(FollowsLevel(rule) ? "by level" : rule.DefaultSeverity)} | {TableOf(rule.Id).Fix} |");
        var expected = string.Join('\n', ["<!-- rules -->", "| Rule | Title | Severity | Fix |", "| --- | --- | --- | --- |", .. rows, "<!-- /rules -->"]);

        Assert.Contains(expected, Text("README.md"), StringComparison.Ordinal);
    }

    [Fact]
    public void ReleaseTracking_ListsEveryRule()
    {
        var tracked = TrackedPattern().Matches(Text("analyzers/ExplicitContext.Analyzers/AnalyzerReleases.Unshipped.md") + Text("analyzers/ExplicitContext.Analyzers/AnalyzerReleases.Shipped.md"));

        Assert.Equal(
            Rules.Select(rule => (rule.Id, rule.Category, rule.DefaultSeverity.ToString(), rule.Title.ToString())),
            tracked.Select(row => (row.Groups[1].Value, row.Groups[2].Value, row.Groups[3].Value, row.Groups[4].Value.Trim())).Order());
    }

    private static bool FollowsLevel(DiagnosticDescriptor rule) => rule.Id[4] is '1' or '2';

    private static string PageOf(string id) => Text($"docs/rules/{id}.md");

    private static (string Severity, string Enabled, string Category, string Fix) TableOf(string id)
    {
        var cells = PageOf(id).Split('\n').Single(line => line.StartsWith($"| {id} |", StringComparison.Ordinal)).Split('|').Select(cell => cell.Trim()).ToArray();
        return (cells[2], cells[3], cells[4], cells[5]);
    }

    private static string Text(string path) => File.ReadAllText(Path.Combine(Root, path)).ReplaceLineEndings("\n");

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Toolkit.sln")))
            folder = folder.Parent ?? throw new InvalidOperationException("The tests run outside the repository.");
        return folder.FullName;
    }

    [GeneratedRegex("^## (.+)$", RegexOptions.Multiline)]
    private static partial Regex HeadingPattern();

    [GeneratedRegex("""^(ECTX\d{4}) *\| *(\S+) *\| *(\S+) *\| *(.+)$""", RegexOptions.Multiline)]
    private static partial Regex TrackedPattern();
}
