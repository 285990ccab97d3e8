using ExplicitContext.Model.Baseline;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ExplicitContext.Analyzers.Reporting;

/// <summary>Finds the baseline among the additional files of a project.</summary>
internal static class Baselines
{
    // A value of the file's text, so all analyzers of all compilations that see that text share one reading of it.
    private static SourceTextValueProvider<BaselineFile> Shared { get; } = new(text => BaselineFile.Parse(text.ToString()));

    /// <summary>The project's baselines with their texts; none as a rule, one where debt is recorded.</summary>
    public static IEnumerable<(AdditionalText File, BaselineFile Content)> Of(CompilationStartAnalysisContext start)
    {
        foreach (var file in start.Options.AdditionalFiles)
        {
            if (BaselineFile.IsMatch(file.Path) && file.GetText(start.CancellationToken) is { } text && start.TryGetValue(text, Shared, out var content))
                yield return (file, content);
        }
    }
}
