using System.Collections.Immutable;
using ExplicitContext.Migration.Suppressions;
using ExplicitContext.Model;

namespace ExplicitContext.Migration.Inventory;

/// <summary>Gathers the suppressions without need of all projects.</summary>
internal static class IdleSuppressions
{
    public static async Task<EquatableArray<IdleSuppression>> FindAsync(
        ImmutableArray<ProjectScan> scans, ScannedPaths paths, IProgress<WorkProgress> progress, CancellationToken cancellationToken)
    {
        var unneeded = new UnneededSuppressions(ToolkitAnalyzers.Create());
        var found = new List<Suppression>();
        for (var done = 0; done < scans.Length; done++)
        {
            progress.Report(new WorkProgress("Running rules", done, scans.Length));
            found.AddRange(await scans[done].IdleAsync(unneeded, cancellationToken).ConfigureAwait(false));
        }

        // A file that several projects share needs its suppression if one of them does.
        return new([.. found
            .GroupBy(suppression => (suppression.Rule, suppression.Form, Place: paths.Place(suppression.Location), suppression.Location.SourceSpan))
            .Where(group => group.Count() == scans.Count(scan => scan.Holds(group.Key.Place.File)))
            .Select(group => new IdleSuppression(group.Key.Rule, group.Key.Form, group.Key.Place))
            .OrderBy(suppression => suppression.Place.File, StringComparer.Ordinal)
            .ThenBy(suppression => suppression.Place.Line)
            .ThenBy(suppression => suppression.Rule, StringComparer.Ordinal)]);
    }
}
