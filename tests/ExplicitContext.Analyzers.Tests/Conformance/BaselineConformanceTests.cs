using ExplicitContext.Analyzers.Reporting;
using ExplicitContext.Model.Baseline;
using ExplicitContext.Testing;
using Microsoft.CodeAnalysis;

namespace ExplicitContext.Analyzers.Tests.Conformance;

/// <summary>Every rule about code holds its findings against the baseline: what its sample shows can be recorded, doubled and paid.</summary>
public sealed class BaselineConformanceTests
{
    public static TheoryData<string> RulesAboutCode => ConformanceTests.RulesAboutCode;

    [Theory]
    [MemberData(nameof(RulesAboutCode))]
    public async Task RecordedSample_IsShownAndBreaksNothing(string id)
    {
        var rule = ConformingRule.Of(id);
        var found = await rule.DiagnosticsAsync(WithRecord(rule.Project, await RecordOfAsync(rule)));

        Assert.Equal(rule.ExpectedSpans, found.Select(finding => finding.Location.SourceSpan));
        Assert.All(found, finding => Assert.Equal((DiagnosticSeverity.Info, true), (finding.Severity, finding.Properties.ContainsKey(FindingProperties.Baselined))));
    }

    [Theory]
    [MemberData(nameof(RulesAboutCode))]
    public async Task SampleBelowItsRecord_LeavesTheLastFindingOfEachKeyNew(string id)
    {
        var rule = ConformingRule.Of(id);
        var record = await RecordOfAsync(rule);
        var smaller = new Debt(record.Counts.Select(count => new KeyValuePair<BaselineKey, int>(count.Key, count.Value - 1)).Append(new(new(id, "M:Nobody.Nothing", "P:Nothing"), 1)));

        var found = await rule.DiagnosticsAsync(WithRecord(rule.Project, smaller));

        Assert.Equal(record.Counts.Count(), found.Count(finding => !finding.Properties.ContainsKey(FindingProperties.Baselined)));
    }

    [Theory]
    [MemberData(nameof(RulesAboutCode))]
    public async Task SampleThatIsGone_LeavesEveryEntryStale(string id)
    {
        var rule = ConformingRule.Of(id);
        var record = await RecordOfAsync(rule);

        var said = await DiagnosticVerifier.DiagnosticsAsync(WithRecord(rule.Edited(_ => ""), record).ToProject(), [rule.Analyzer]);

        Assert.Equal(record.Counts.Count(), said.Count(diagnostic => diagnostic.Id == RuleIds.StaleBaselineEntry));
    }

    private static async Task<Debt> RecordOfAsync(ConformingRule rule) => Debt.Of((await rule.DiagnosticsAsync(rule.Project)).Select(finding =>
        new BaselineKey(finding.Id, finding.Properties[FindingProperties.Member]!, finding.Properties[FindingProperties.Subject]!)));

    private static TestProject WithRecord(TestProject project, Debt debt) => project with { AdditionalFiles = project.AdditionalFiles.SetItem(BaselineFile.Name, debt.Format()) };
}
