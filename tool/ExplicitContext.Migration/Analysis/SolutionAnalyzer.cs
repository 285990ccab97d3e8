using System.Collections.Immutable;
using ExplicitContext.Migration.Inventory;
using ExplicitContext.Migration.Loading;
using ExplicitContext.Model.Baseline;

namespace ExplicitContext.Migration.Analysis;

/// <summary>Finds in a solution what our rules find, and holds it against the baselines.</summary>
/// <param name="loader">Loads the projects.</param>
/// <param name="clock">Measures the time.</param>
public sealed class SolutionAnalyzer(SolutionLoader loader, TimeProvider clock)
{
    /// <summary>Loads a target, with every target framework of its projects, and analyses it.</summary>
    /// <param name="target">What to analyse.</param>
    /// <param name="restore">Whether packages may be restored where they are missing.</param>
    /// <param name="includeTests">Whether test projects without a baseline are analysed too; one that has a baseline always is.</param>
    /// <param name="progress">Hears of each step.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <exception cref="InputException">The target cannot be read.</exception>
    public async Task<SolutionAnalysis> AnalyzeAsync(LoadTarget target, bool restore, bool includeTests, IProgress<WorkProgress> progress, CancellationToken cancellationToken)
    {
        var start = clock.GetTimestamp();
        using var loaded = await loader.LoadAllFrameworksAsync(target, restore, progress, cancellationToken).ConfigureAwait(false);
        var solution = await Installation.CompleteAsync(loaded.Solution, cancellationToken).ConfigureAwait(false);
        var root = RepositoryRoot(target.Directory);
        var paths = new ScannedPaths(root);
        var chosen = Chosen(loaded, includeTests);
        var findings = ImmutableArray.CreateBuilder<ProjectFindings>(chosen.Length);
        foreach (var project in chosen)
        {
            progress.Report(new WorkProgress($"Analysing {project.Name}", findings.Count, chosen.Length));
            findings.Add(await ProjectAnalyzer.RunAsync(solution, project, paths, cancellationToken).ConfigureAwait(false));
        }

        return new SolutionAnalysis(
            root,
            new([.. findings.GroupBy(project => project.BaselinePath).OrderBy(scope => scope.Key, StringComparer.Ordinal).Select(Scope)]),
            findings.Count,
            new([.. MissingFrameworks(loaded, paths), .. findings.SelectMany(project => project.Problems).Distinct()]),
            (long)clock.GetElapsedTime(start).TotalMilliseconds);
    }

    private static BaselineScope Scope(IGrouping<string, ProjectFindings> compilations) => BaselineScope.Of(
        compilations.Key,
        compilations.Select(compilation => compilation.BaselineText).OfType<string>().FirstOrDefault(),
        [.. compilations]);

    private static ImmutableArray<LoadedProject> Chosen(LoadedSolution loaded, bool includeTests)
    {
        var products = loaded.Projects.RemoveAll(project => project.IsTest && !File.Exists(Path.Combine(Path.GetDirectoryName(project.Path)!, BaselineFile.Name)));
        return includeTests || products.IsEmpty ? loaded.Projects : products;
    }

    // What only a missing framework finds would look as if it were gone.
    private static IEnumerable<string> MissingFrameworks(LoadedSolution loaded, ScannedPaths paths) => loaded.Skipped
        .Where(skipped => skipped.TargetFramework is not null)
        .Select(skipped => $"{paths.Relative(skipped.Path)}: {skipped.TargetFramework} cannot be read, so findings are missing: {skipped.Reason}");

    private static string RepositoryRoot(string folder)
    {
        for (var candidate = folder; candidate is not null; candidate = Path.GetDirectoryName(candidate))
        {
            if (Path.Exists(Path.Combine(candidate, ".git"))) return candidate;
        }

        return folder;
    }
}
