using ExplicitContext.Analyzers.Reporting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ExplicitContext.Analyzers.Tests.Baseline;

/// <summary>What every analyzer owes the baseline.</summary>
public sealed class ReportingContractTests
{
    public static TheoryData<string> Analyzers => [.. BaselineRun.Analyzers.Select(analyzer => analyzer.GetType().Name)];

    [Theory]
    [MemberData(nameof(Analyzers))]
    public void AnalyzerOfRulesByLevel_SupportsTheStaleEntryToo(string name)
    {
        var analyzer = BaselineRun.Analyzers.Single(candidate => candidate.GetType().Name == name);
        var byLevel = analyzer.SupportedDiagnostics.Any(rule => rule.CustomTags.Contains(RuleTags.ByLevel));

        Assert.True(!byLevel || analyzer.SupportedDiagnostics.Any(rule => rule.Id == RuleIds.StaleBaselineEntry), $"{name}: write SupportedDiagnostics {{ get; }} = FindingReporter.Supports(...).");
        Assert.Distinct(analyzer.SupportedDiagnostics.Select(rule => rule.Id));
    }

    [Fact]
    public void EveryRule_BelongsToOneAnalyzer() => Assert.Distinct(
        BaselineRun.Analyzers
            .SelectMany(analyzer => analyzer.SupportedDiagnostics)
            .Select(rule => rule.Id)
            .Where(id => id is not (RuleIds.StaleBaselineEntry or RuleIds.MalformedLine)));

    /// <summary>What is reported at compilation end has no squiggle and no fix, and an IDE shows it late or never: nothing that breaks a build may wait for it.</summary>
    [Fact]
    public void NoRuleReportedAtCompilationEnd_IsAnError() => Assert.All(
        BaselineRun.Analyzers.SelectMany(analyzer => analyzer.SupportedDiagnostics).Where(rule => rule.CustomTags.Contains(WellKnownDiagnosticTags.CompilationEnd)),
        rule => Assert.NotEqual(DiagnosticSeverity.Error, rule.DefaultSeverity));
}
