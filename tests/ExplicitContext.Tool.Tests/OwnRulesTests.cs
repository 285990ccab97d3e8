using System.Collections.Immutable;
using ExplicitContext.Analyzers.AmbientAccess;
using ExplicitContext.Migration;
using ExplicitContext.Migration.Loading;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ExplicitContext.Tool.Tests;

/// <summary>
/// Holds to our own rules what cannot reference them: the projects that they are built from. No level is set there, so the rules are at enforce.
/// </summary>
public class OwnRulesTests
{
    [Theory]
    [InlineData("analyzers/ExplicitContext.CodeFixes/ExplicitContext.CodeFixes.csproj", "ExplicitContext.Model", "ExplicitContext.CodeFixes")]
    [InlineData("analyzers/ExplicitContext.Analyzers/ExplicitContext.Analyzers.csproj", "ExplicitContext.Analyzers")]
    [InlineData("generators/ExplicitContext.Generators/ExplicitContext.Generators.csproj", "ExplicitContext.Generators")]
    [InlineData("runtime/ExplicitContext.Annotations/ExplicitContext.Annotations.csproj", "ExplicitContext.Annotations")]
    public async Task ShippedProject_ObeysTheRulesThatItShips(string project, params string[] names) =>
        Assert.Empty(await FindingsAsync(project, names));

    [Fact]
    public async Task LegacySample_IsFoundOutInTheSameWay() =>
        Assert.Contains(await FindingsAsync("samples/MiniScript.Legacy/MiniScript.Legacy.csproj", "MiniScript.Legacy"), finding => finding.Contains("ECTX1004", StringComparison.Ordinal));

    private static async Task<IReadOnlyList<string>> FindingsAsync(string project, params string[] names)
    {
        var target = TargetFinder.Find(Path.Combine(RepositoryRoot(), project));
        using var solution = await new SolutionLoader(new DotnetCommand()).LoadAsync(target, restore: true, new Progress<WorkProgress>(), CancellationToken.None);
        var analyzers = typeof(StaticStateAnalyzer).Assembly.GetTypes()
            .Where(type => type is { IsAbstract: false } && type.IsSubclassOf(typeof(DiagnosticAnalyzer)))
            .Select(type => (DiagnosticAnalyzer)Activator.CreateInstance(type)!)
            .ToImmutableArray();
        var findings = new List<string>();
        foreach (var name in names)
        {
            var loaded = solution.Solution.GetProject(solution.Projects.Single(candidate => candidate.Name == name).Id)!;
            var compilation = await loaded.GetCompilationAsync();
            findings.AddRange((await compilation!.WithAnalyzers(analyzers, loaded.AnalyzerOptions).GetAnalyzerDiagnosticsAsync()).Select(finding => finding.ToString()));
        }

        return findings;
    }

    private static string RepositoryRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Toolkit.sln")))
            folder = folder.Parent ?? throw new InvalidOperationException("The tests run outside the repository.");
        return folder.FullName;
    }
}
