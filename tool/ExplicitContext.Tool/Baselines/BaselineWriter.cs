using ExplicitContext.Migration.Analysis;
using ExplicitContext.Model.Baseline;
using ExplicitContext.Tool.Analysis;
using ExplicitContext.Tool.Consoles;

namespace ExplicitContext.Tool.Baselines;

/// <summary>Writes the baselines of a solution, those that change, and says what has changed.</summary>
internal static class BaselineWriter
{
    public static async Task<int> WriteAsync(ToolHost host, SolutionAnalysis analysis, Func<BaselineScope, Debt> debtOf, CancellationToken cancellationToken)
    {
        // From here on there is no way back: all files are written, or one of them cannot be.
        cancellationToken.ThrowIfCancellationRequested();
        var recorded = 0;
        foreach (var scope in analysis.Scopes)
        {
            var debt = debtOf(scope);
            recorded += debt.Total;
            var isThere = scope.Content is not null;
            if (isThere ? debt.Equals(scope.Recorded) && !scope.IsMalformed : debt.Total == 0) continue;

            await OutputFile.WriteAsync(scope.Path, debt.Format(), CancellationToken.None);
            var removed = scope.Recorded.Minus(debt).Total;
            var added = debt.Minus(scope.Recorded).Total;
            await host.Output.WriteLineAsync($"{(isThere ? "Changed" : "Wrote")} {Words.PathIn(analysis, scope.Path)}: {Words.Count(debt.Total, "finding")}{(isThere ? $", {added} more and {removed} fewer than before" : "")}");
        }

        await host.Output.WriteLineAsync($"{Words.Count(recorded, "finding")} recorded; {Words.Tail(analysis)}");
        return ExitCode.Clean;
    }
}
