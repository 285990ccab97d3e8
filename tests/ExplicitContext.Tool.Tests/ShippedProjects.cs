using System.Collections.Immutable;
using ExplicitContext.Analyzers.AmbientAccess;
using ExplicitContext.Migration;
using ExplicitContext.Migration.Loading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ExplicitContext.Tool.Tests;

/// <summary>Every project that this repository ships, loaded as a user's would be.</summary>
public sealed class ShippedProjects : IAsyncLifetime
{
    private readonly TempFolder folder = new();
    private LoadedSolution? solution;

    public ImmutableArray<Project> Projects => [.. solution!.Projects.Select(project => solution.Solution.GetProject(project.Id)!)];

    public async Task InitializeAsync()
    {
        var root = RepositoryFolders.Root;
        var projects = new[] { "analyzers", "generators", "runtime", "tool" }
            .SelectMany(room => Directory.EnumerateFiles(Path.Combine(root, room), "*.csproj", SearchOption.AllDirectories));
        var target = folder.Write("Shipped.slnx", $"<Solution>{string.Concat(projects.Select(path => $"<Project Path=\"{path}\" />"))}</Solution>");
        solution = await new SolutionLoader(new DotnetCommand()).LoadAsync(TargetFinder.Find(target), restore: true, new Progress<WorkProgress>(), CancellationToken.None);
    }

    public Task DisposeAsync()
    {
        solution?.Dispose();
        folder.Dispose();
        return Task.CompletedTask;
    }

    /// <summary>What our own rules say of a project, at enforce, which is the level where no other is set.</summary>
    public static async Task<ImmutableArray<Diagnostic>> FindingsAsync(Project project)
    {
        var compilation = await project.GetCompilationAsync();
        Assert.Empty(compilation!.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));
        var rules = typeof(StaticStateAnalyzer).Assembly.GetTypes()
            .Where(type => type.IsSubclassOf(typeof(DiagnosticAnalyzer)) && !type.IsAbstract)
            .Select(type => (DiagnosticAnalyzer)Activator.CreateInstance(type)!);
        return await compilation.WithAnalyzers([.. rules], project.AnalyzerOptions).GetAnalyzerDiagnosticsAsync();
    }
}
