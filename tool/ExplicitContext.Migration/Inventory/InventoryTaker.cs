using System.Collections.Immutable;
using ExplicitContext.Migration.Analysis;
using ExplicitContext.Migration.Loading;
using ExplicitContext.Model;
using ExplicitContext.Model.Configuration;
using ExplicitContext.Model.Reach;

namespace ExplicitContext.Migration.Inventory;

/// <summary>Takes the inventory of a solution: who hangs on ambient accessors, and what mutable static state there is.</summary>
/// <param name="loader">Loads the projects.</param>
/// <param name="clock">Measures the timings.</param>
public sealed class InventoryTaker(SolutionLoader loader, TimeProvider clock)
{
    /// <summary>Loads a target and takes its inventory.</summary>
    /// <param name="target">What to scan.</param>
    /// <param name="restore">Whether packages may be restored where they are missing.</param>
    /// <param name="request">What to take in beside the projects.</param>
    /// <param name="progress">Hears of each step.</param>
    /// <param name="cancellationToken">Ends the work between two files.</param>
    /// <exception cref="InputException">The target or a configuration file cannot be read.</exception>
    public async Task<SolutionInventory> TakeAsync(
        LoadTarget target, bool restore, InventoryRequest request, IProgress<WorkProgress> progress, CancellationToken cancellationToken)
    {
        var start = clock.GetTimestamp();
        using var loaded = await loader.LoadAsync(target, restore, progress, cancellationToken).ConfigureAwait(false);
        var configuration = await ConfigurationSources.ReadAsync(loaded, request, cancellationToken).ConfigureAwait(false);
        var withRules = request.Suppressions ? await Installation.CompleteAsync(loaded.Solution, cancellationToken).ConfigureAwait(false) : null;
        var load = Elapsed(start);

        var paths = new ScannedPaths(target.Directory);
        var counted = Counted(loaded, request);
        var scans = ImmutableArray.CreateBuilder<ProjectScan>(counted.Length);
        foreach (var project in counted)
        {
            progress.Report(new WorkProgress($"Compiling {project.Name}", scans.Count, counted.Length));
            var scan = await ProjectScan.CreateAsync(loaded, project, configuration, paths, cancellationToken).ConfigureAwait(false);
            scan.Examine(cancellationToken);
            scans.Add(scan);
        }

        var compile = Elapsed(start) - load;
        EquatableArray<IdleSuppression>? suppressions = request.Suppressions ? await IdleSuppressions.FindAsync(withRules!, counted, paths, progress, cancellationToken).ConfigureAwait(false) : null;
        var accessors = Reach(scans.ToImmutable(), request, paths, progress, cancellationToken);
        return new SolutionInventory(
            Path.GetFileName(target.Path),
            new([.. scans.Select(scan => Describe(scan, paths))]),
            new([.. accessors]),
            new([.. scans.SelectMany(scan => scan.StaticState).OrderBy(state => state.DeclaringType, StringComparer.Ordinal).ThenBy(state => state.Place.File, StringComparer.Ordinal).ThenBy(state => state.Place.Line)]),
            scans.Sum(scan => scan.HarmlessReadOnly),
            new([.. Skipped(loaded, counted, paths)]),
            new([.. ConfigurationProblems(scans.ToImmutable(), paths), .. scans.Where(scan => !scan.Errors.IsEmpty).Select(scan => CompileProblem(scan, paths))]),
            new InventoryTimings(load, compile, Elapsed(start) - load - compile)) { IdleSuppressions = suppressions };
    }

    private long Elapsed(long start) => (long)clock.GetElapsedTime(start).TotalMilliseconds;

    private static ImmutableArray<LoadedProject> Counted(LoadedSolution loaded, InventoryRequest request)
    {
        var products = loaded.Projects.RemoveAll(project => project.IsTest);
        return request.IncludeTests || products.IsEmpty ? loaded.Projects : products;
    }

    // Where no accessor is declared, there is nothing to reach and no body need be bound.
    private static IEnumerable<AccessorInventory> Reach(
        ImmutableArray<ProjectScan> scans, InventoryRequest request, ScannedPaths paths, IProgress<WorkProgress> progress, CancellationToken cancellationToken)
    {
        if (scans.All(scan => scan.Contexts.IsEmpty)) return [];

        var total = scans.Sum(scan => scan.Files);
        var done = 0;
        foreach (var scan in scans)
            scan.Summarize(() => progress.Report(new WorkProgress("Following calls", Interlocked.Increment(ref done), total)), cancellationToken);

        var inventories = new AccessorInventories([.. scans.SelectMany(scan => scan.Summaries)], paths, request.Chains);
        var keys = new MemberKeys();
        var declared = scans.SelectMany(scan => scan.DeclaredAccessors).Select(keys.Of).OfType<string>();
        return declared.Union(inventories.ReadKeys)
            .Select(key => inventories.Of(key, NameOf(key, scans)))
            .OrderByDescending(accessor => accessor.Sites)
            .ThenBy(accessor => accessor.Id, StringComparer.Ordinal);
    }

    private static string NameOf(string key, ImmutableArray<ProjectScan> scans)
    {
        var id = MemberKeys.DocumentationIdOf(key);
        return scans.Select(scan => scan.NameOf(id)).FirstOrDefault(name => name is not null) ?? id;
    }

    private static ProjectInventory Describe(ProjectScan scan, ScannedPaths paths) => new(
        scan.Project.Name,
        paths.Relative(scan.Project.Path),
        scan.Project.TargetFramework,
        scan.Files,
        scan.Summaries.SelectMany(summary => summary.Members.Items).Select(member => member.OwnerKey).Distinct().Count(),
        scan.Summaries.Sum(summary => summary.Members.Items.Sum(member => member.Reads.Count)),
        scan.StaticState.Length,
        scan.FilesWithErrors);

    private static IEnumerable<string> Skipped(LoadedSolution loaded, ImmutableArray<LoadedProject> counted, ScannedPaths paths) =>
        loaded.Skipped
            .Select(skipped => $"{paths.Relative(skipped.Path)}{(skipped.TargetFramework is { } framework ? $" ({framework})" : "")}: {skipped.Reason}")
            .Concat(loaded.Projects.Except(counted).Select(project => $"{paths.Relative(project.Path)}: a test project, not counted without --include-tests"))
            .Order(StringComparer.Ordinal);

    // An entry speaks to all projects; it is at fault only where none of them knows what it names. That another project's file says the same is no fault.
    private static IEnumerable<string> ConfigurationProblems(ImmutableArray<ProjectScan> scans, ScannedPaths paths) =>
        scans.SelectMany(scan => scan.Contexts.Problems.Where(problem => problem.Kind != ConfigurationProblemKind.NoEffect).Distinct())
            .GroupBy(problem => problem with { Kind = ConfigurationProblemKind.DoesNotResolve })
            .Where(group => group.Count() == scans.Length)
            .Select(group => group.Key)
            .Select(problem => problem.Path == ConfigurationSources.CommandLine
                ? $"{problem.Path}: {problem.Message}"
                : $"{paths.Relative(problem.Path)}({problem.Line + 1},{problem.Column + 1}): {problem.Message}");

    private static string CompileProblem(ProjectScan scan, ScannedPaths paths)
    {
        var first = scan.Errors[0];
        var span = first.Location.GetLineSpan();
        var place = first.Location.IsInSource ? $"{paths.Relative(span.Path)}({span.StartLinePosition.Line + 1},{span.StartLinePosition.Character + 1}): " : "";
        var files = scan.FilesWithErrors == 1 ? "1 file does" : $"{scan.FilesWithErrors} files do";
        return $"{paths.Relative(scan.Project.Path)}: {files} not compile, so its figures are a lower bound. First: {place}{first.Id}: {first.GetMessage()} Mend it until `dotnet build` passes, then scan again.";
    }
}
