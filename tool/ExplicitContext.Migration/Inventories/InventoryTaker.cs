using System.Collections.Immutable;
using ExplicitContext.Migration.Loading;
using ExplicitContext.Model.Configuration;
using ExplicitContext.Model.Reach;

namespace ExplicitContext.Migration.Inventories;

/// <summary>Takes the inventory of a loaded solution. All projects form one call graph.</summary>
/// <param name="solution">What was loaded.</param>
/// <param name="extra">Configuration that applies to every project, besides what the projects bring themselves.</param>
/// <param name="includeTests">Whether test projects count.</param>
public sealed class InventoryTaker(LoadedSolution solution, IReadOnlyList<ConfigurationFile> extra, bool includeTests)
{
    /// <summary>Reads every project and joins what they do.</summary>
    public async Task<Inventory> TakeAsync(IProgress<WorkProgress> progress, CancellationToken cancellationToken)
    {
        var chosen = Compiled().Where(project => includeTests || !project.IsTest).ToImmutableArray();
        var paths = new RelativePaths(solution.Target.Directory);
        var readings = ImmutableArray.CreateBuilder<ProjectReading>(chosen.Length);
        foreach (var project in chosen)
        {
            progress.Report(new WorkProgress($"Reading {project.Name}", readings.Count, chosen.Length));
            readings.Add(await ProjectReading.ReadAsync(project, solution.Solution, extra, paths, cancellationToken).ConfigureAwait(false));
        }

        progress.Report(new WorkProgress("Joining the call graph", chosen.Length, chosen.Length));
        var summaries = readings.SelectMany(reading => reading.Summaries).ToImmutableArray();
        var graph = ReachGraph.Build(summaries);
        var accessors = summaries.SelectMany(summary => summary.Members).SelectMany(member => member.Reads.Items).Select(read => read.AccessorKey)
            .Concat(readings.SelectMany(reading => reading.ConfiguredAccessors))
            .Distinct(StringComparer.Ordinal)
            .Select(key => new AccessorReach(key, summaries, graph, paths).Take());

        return new Inventory(
            paths.Of(solution.Target.Path),
            [.. readings.Select(reading => reading.Inventory)],
            [.. Skipped(paths)],
            [.. accessors.OrderByDescending(accessor => accessor.Sites.Length).ThenBy(accessor => accessor.Id, StringComparer.Ordinal)],
            [.. readings.SelectMany(reading => reading.StaticState).Distinct().OrderBy(member => member.Place.Path, StringComparer.Ordinal).ThenBy(member => member.Place.Line)],
            [.. readings.SelectMany(reading => reading.Errors), .. ConfigurationProblems(readings, paths)]);
    }

    /// <summary>Of a solution, all projects; of a project, itself and what it compiles against. Projects that only run in its build are none of its code.</summary>
    private IEnumerable<LoadedProject> Compiled()
    {
        if (solution.Target.IsSolution || solution.Projects.FirstOrDefault(project => project.Path == solution.Target.Path) is not { } root)
        {
            return solution.Projects;
        }

        var graph = solution.Solution.GetProjectDependencyGraph();
        var needed = graph.GetProjectsThatThisProjectTransitivelyDependsOn(root.Id).Add(root.Id);
        return solution.Projects.Where(project => needed.Contains(project.Id));
    }

    private IEnumerable<SkippedProject> Skipped(RelativePaths paths) =>
        solution.Skipped
            .Concat(solution.Projects.Where(project => project.IsTest && !includeTests).Select(project => new SkippedProject(project.Path, null, "a test project; --tests includes it")))
            .Select(skipped => skipped with { Path = paths.Of(skipped.Path) });

    /// <summary>A line may speak of one project alone: it is wrong where no project that reads it knows what it names.</summary>
    private static IEnumerable<string> ConfigurationProblems(IReadOnlyCollection<ProjectReading> readings, RelativePaths paths) =>
        from problem in readings.SelectMany(reading => reading.ConfigurationProblems).GroupBy(problem => problem)
        let readers = readings.Count(reading => reading.ConfigurationPaths.Contains(problem.Key.Path))
        where problem.Count() == readers
        orderby problem.Key.Path, problem.Key.Line
        select $"{new Place(paths.Of(problem.Key.Path), problem.Key.Line + 1)}: {problem.Key.Message}";
}
