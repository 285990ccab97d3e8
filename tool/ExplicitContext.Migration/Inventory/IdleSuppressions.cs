using System.Collections.Immutable;
using ExplicitContext.Migration.Analysis;
using ExplicitContext.Migration.Loading;
using ExplicitContext.Migration.Suppressions;
using ExplicitContext.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ExplicitContext.Migration.Inventory;

/// <summary>Gathers the suppressions without need of projects that were completed as for any other run of the rules (<see cref="Installation"/>).</summary>
internal static class IdleSuppressions
{
    public static async Task<EquatableArray<IdleSuppression>> FindAsync(
        Solution solution, ImmutableArray<LoadedProject> projects, ScannedPaths paths, IProgress<WorkProgress> progress, CancellationToken cancellationToken)
    {
        var unneeded = new UnneededSuppressions(ShippedRules.Analyzers());
        var found = new List<IdleSuppression>();
        var holders = new List<string>();
        for (var done = 0; done < projects.Length; done++)
        {
            progress.Report(new WorkProgress("Running rules", done, projects.Length));
            var project = solution.GetProject(projects[done].Id)!;
            var compilation = (await project.GetCompilationAsync(cancellationToken).ConfigureAwait(false))!;
            var options = new AnalyzerOptions(project.AnalyzerOptions.AdditionalFiles, new ReportingOptions(project.AnalyzerOptions.AnalyzerConfigOptionsProvider));
            var suppressions = await unneeded.FindAsync(compilation, options, cancellationToken).ConfigureAwait(false);
            found.AddRange(suppressions.Select(suppression => new IdleSuppression(suppression.Rule, suppression.Form, paths.Place(suppression.Location))).Distinct());
            holders.AddRange(compilation.SyntaxTrees.Select(tree => paths.Relative(tree.FilePath)));
        }

        // A file that several projects share needs its suppression if one of them does.
        return new([.. found
            .GroupBy(suppression => suppression)
            .Where(group => group.Count() == holders.Count(file => file == group.Key.Place.File))
            .Select(group => group.Key)
            .OrderBy(suppression => suppression.Place.File, StringComparer.Ordinal)
            .ThenBy(suppression => suppression.Place.Line)
            .ThenBy(suppression => suppression.Rule, StringComparer.Ordinal)]);
    }
}
