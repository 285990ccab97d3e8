using ExplicitContext.Migration.Analysis;
using ExplicitContext.Tool.Analysis;
using ExplicitContext.Tool.Consoles;

namespace ExplicitContext.Tool.Baselines;

/// <summary>What forbids to draw conclusions: findings that are missing, and lines of a baseline that do not parse.</summary>
internal static class Trouble
{
    /// <summary>Names every trouble on the message stream.</summary>
    /// <returns>Whether there is any.</returns>
    public static async Task<bool> ReportAsync(ToolHost host, SolutionAnalysis analysis, bool readsBaselines = true)
    {
        var lines = readsBaselines ? analysis.Problems.Items.Concat(MalformedLines(analysis)).ToList() : [.. analysis.Problems];
        foreach (var line in lines)
            await host.Error.WriteLineAsync(line);
        return lines.Count > 0;
    }

    private static IEnumerable<string> MalformedLines(SolutionAnalysis analysis) =>
        from scope in analysis.Scopes.Items
        from problem in scope.Content?.Problems.Items ?? []
        select $"{Words.PathIn(analysis, scope.Path)}:{problem.Line + 1}: {problem.Message}";
}
