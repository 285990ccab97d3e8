using System.Collections.Immutable;
using ExplicitContext.Analyzers.Reporting;
using ExplicitContext.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ExplicitContext.Analyzers.Tests.Reporting;

/// <summary>
/// What is reported at the end of a compilation has no squiggle while one types and no fix in the editor. Nothing that breaks a build may come from there.
/// </summary>
public class CompilationEndTests
{
    public static TheoryData<string> Analyzers => [.. All.Select(analyzer => analyzer.GetType().Name)];

    private static ImmutableArray<DiagnosticAnalyzer> All { get; } =
    [
        .. typeof(RuleIds).Assembly.GetTypes()
            .Where(type => type is { IsAbstract: false } && type.IsAssignableTo(typeof(DiagnosticAnalyzer)))
            .Select(type => (DiagnosticAnalyzer)Activator.CreateInstance(type)!),
    ];

    [Theory]
    [MemberData(nameof(Analyzers))]
    public async Task AnalyzerWithAnEndAction_HasNoErrorThatComesFromThere(string name)
    {
        var analyzer = All.Single(candidate => candidate.GetType().Name == name);
        var project = EngineProject.With("class C { int A() => Engine.Current.Seed; static int s; int N() => s++; }").WithContextFile("P:System.DateTime.UtcNow\nP:Nothing.Here").ToProject();
        var compilation = await Inferred.CompilationOf(project);
        var running = compilation.WithAnalyzers([analyzer], project.AnalyzerOptions);
        var result = await running.GetAnalysisResultAsync(CancellationToken.None);
        var telemetry = result.AnalyzerTelemetryInfo[analyzer];
        var atTheEnd = analyzer.SupportedDiagnostics.Where(rule => rule.CustomTags.Contains(WellKnownDiagnosticTags.CompilationEnd)).ToList();

        Assert.Equal(atTheEnd.Count > 0, telemetry.CompilationEndActionsCount > 0);
        Assert.All(atTheEnd, rule => Assert.True(
            rule.DefaultSeverity < DiagnosticSeverity.Error && !rule.CustomTags.Contains(RuleTags.ByLevel),
            $"{rule.Id} is reported at the end of the compilation and may be an error."));
    }
}
