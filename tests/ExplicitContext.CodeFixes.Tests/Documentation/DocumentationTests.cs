using System.Text.RegularExpressions;
using ExplicitContext.Analyzers.Reporting;
using Microsoft.CodeAnalysis;

namespace ExplicitContext.CodeFixes.Tests.Documentation;

/// <summary>Holds descriptors, pages, the README's table and release tracking together.</summary>
public sealed partial class DocumentationTests
{
    public static TheoryData<string> RuleIdsOfAll => [.. ShippedRules.All.Select(rule => rule.Id)];

    [Fact]
    public void Ids_AreUniqueAndOfTheirCategory()
    {
        Assert.Distinct(ShippedRules.All.Select(rule => rule.Id));
        Assert.All(ShippedRules.All, rule => Assert.Equal(
            rule.Category,
            rule.Id[4] switch { '0' => RuleCategories.Configuration, '1' => RuleCategories.AmbientAccess, '2' => RuleCategories.Passing, '3' => RuleCategories.Ownership, '4' => RuleCategories.Threads, '5' => RuleCategories.Generation, _ => "" }));
    }

    [Theory]
    [MemberData(nameof(RuleIdsOfAll))]
    public void Page_BeginsWithWhatTheDescriptorSays(string id) => Assert.Equal(RulePageText.HeaderFor(Rule(id)), RulePageText.Of(id).Header);

    [Theory]
    [MemberData(nameof(RuleIdsOfAll))]
    public void Page_HasItsSectionsInOrder(string id) => Assert.Equal(RulePageText.SectionNames, RulePageText.Of(id).Sections);

    [Theory]
    [MemberData(nameof(RuleIdsOfAll))]
    public void HelpLink_LeadsToThePage(string id) => Assert.EndsWith($"/docs/rules/{id}.md", Rule(id).HelpLinkUri, StringComparison.Ordinal);

    [Fact]
    public void EveryPage_BelongsToARule() => Assert.Equal(
        ShippedRules.All.Select(rule => rule.Id),
        Directory.EnumerateFiles(RepositoryFile.PathOf("docs/rules"), "*.md").Select(Path.GetFileNameWithoutExtension).Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(RuleIdsOfAll))]
    public async Task Examples_DoWhatThePageSaysOfThem(string id)
    {
        var page = RulePageText.Of(id);
        var violations = PageExample.AllIn(page, "Violation");
        var remedies = PageExample.AllIn(page, "How to fix");
        Assert.NotEmpty(violations);
        Assert.NotEmpty(remedies);
        foreach (var violation in violations)
            Assert.Contains(id, await violation.ReportedAsync());
        foreach (var remedy in remedies)
            Assert.DoesNotContain(id, await remedy.ReportedAsync());
    }

    [Fact]
    public void Readme_HasTheTableOfTheRules()
    {
        var readme = RepositoryFile.Read("README.md");
        var lines = ShippedRules.All.Select(rule =>
            $"| [{rule.Id}](docs/rules/{rule.Id}.md) | {rule.Title} | {(ShippedRules.FollowsLevel(rule) ? "by level" : rule.DefaultSeverity)} | {ShippedRules.Fix(rule)} |\n");
        var table = $"<!-- rules -->\n| Rule | Title | Severity | Fix |\n| --- | --- | --- | --- |\n{string.Concat(lines)}<!-- /rules -->";
        Assert.True(readme.Contains(table, StringComparison.Ordinal), $"README.md must hold this table of the rules:\n{table}");
    }

    [Fact]
    public void ReleaseTracking_NamesEveryRule()
    {
        var tracked =
            from file in new[] { "Shipped", "Unshipped" }
            from Match row in Row().Matches(RepositoryFile.Read($"analyzers/ExplicitContext.Analyzers/AnalyzerReleases.{file}.md"))
            orderby row.Groups["id"].Value
            select string.Join("|", row.Groups["id"].Value, row.Groups["category"].Value, row.Groups["severity"].Value, row.Groups["notes"].Value);
        Assert.Equal(ShippedRules.All.Select(rule => $"{rule.Id}|{rule.Category}|{rule.DefaultSeverity}|{rule.Title}"), tracked);
    }

    private static DiagnosticDescriptor Rule(string id) => ShippedRules.All.Single(rule => rule.Id == id);

    [GeneratedRegex(@"^(?<id>ECTX\d{4}) *\| *(?<category>\S+) *\| *(?<severity>\S+) *\| *(?<notes>.+)$", RegexOptions.Multiline)]
    private static partial Regex Row();
}
