using System.Collections.Immutable;
using ExplicitContext.Analyzers.Reporting;
using ExplicitContext.Model.Baseline;
using ExplicitContext.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ExplicitContext.Analyzers.Tests.Baseline;

/// <summary>What all our analyzers say of a project with a baseline.</summary>
internal sealed class BaselineRun
{
    private readonly ImmutableArray<Diagnostic> diagnostics;

    private BaselineRun(ImmutableArray<Diagnostic> diagnostics) => this.diagnostics = diagnostics;

    public static ImmutableArray<DiagnosticAnalyzer> Analyzers { get; } =
    [
        .. typeof(RuleIds).Assembly.GetTypes()
            .Where(type => type is { IsAbstract: false } && type.IsAssignableTo(typeof(DiagnosticAnalyzer)))
            .Select(type => (DiagnosticAnalyzer)Activator.CreateInstance(type)!),
    ];

    /// <summary>Findings that no entry covers.</summary>
    public IEnumerable<Diagnostic> New => Findings.Where(finding => !IsBaselined(finding));

    /// <summary>Findings that are recorded.</summary>
    public IEnumerable<Diagnostic> Recorded => Findings.Where(IsBaselined);

    public IEnumerable<Diagnostic> Stale => diagnostics.Where(diagnostic => diagnostic.Id == RuleIds.StaleBaselineEntry);

    public IEnumerable<Diagnostic> Malformed => diagnostics.Where(diagnostic => diagnostic.Id == RuleIds.MalformedLine);

    // Not of the world around the test, which has statics of its own.
    private IEnumerable<Diagnostic> Findings => diagnostics.Where(diagnostic => diagnostic.Properties.ContainsKey(FindingProperties.Member) && diagnostic.Location.GetLineSpan().Path != "/test/World.cs");

    /// <summary>The project with this baseline beside it.</summary>
    public static TestProject With(TestProject project, string baseline) => project with { AdditionalFiles = project.AdditionalFiles.SetItem(BaselineFile.Name, baseline) };

    /// <summary>Runs all analyzers on a project that compiles.</summary>
    public static async Task<BaselineRun> OfAsync(TestProject project)
    {
        var diagnostics = await DiagnosticVerifier.DiagnosticsAsync(project.ToProject(), Analyzers);
        Assert.Empty(diagnostics.Where(diagnostic => diagnostic.Id.StartsWith("CS", StringComparison.Ordinal) || diagnostic.Id == "AD0001"));
        return new(diagnostics);
    }

    public static Task<BaselineRun> OfAsync(TestProject project, string baseline) => OfAsync(With(project, baseline));

    /// <summary>The baseline that records all there is in a project.</summary>
    public static async Task<string> RecordAsync(TestProject project)
    {
        var run = await OfAsync(project);
        return Debt.Of(run.Findings.Select(finding => new BaselineKey(finding.Id, finding.Properties[FindingProperties.Member]!, finding.Properties[FindingProperties.Subject]!))).Format();
    }

    /// <summary>Asserts that a record of one project holds to the letter for the other.</summary>
    public static async Task AssertSameDebtAsync(TestProject before, TestProject after)
    {
        var baseline = await RecordAsync(before);
        Assert.NotEqual("", baseline);
        var run = await OfAsync(after, baseline);
        Assert.Empty(run.New);
        Assert.Empty(run.Stale);
        Assert.Empty(run.Malformed);
        Assert.Equal(baseline, await RecordAsync(after));
    }

    private static bool IsBaselined(Diagnostic finding) => finding.Properties.ContainsKey(FindingProperties.Baselined);
}
