using System.CommandLine;
using ExplicitContext.Migration.Analysis;
using ExplicitContext.Model.Baseline;
using ExplicitContext.Tool.Analysis;
using ExplicitContext.Tool.Consoles;

namespace ExplicitContext.Tool.Baselines;

/// <summary><c>baseline check</c>: says what is new and what is stale.</summary>
internal static class CheckVerb
{
    public static Command Create(ToolHost host)
    {
        var command = new Command("check", "Says what is found and not recorded, and what is recorded and not found.");
        var arguments = AnalysisArguments.AddTo(command);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var analysis = await arguments.AnalyzeAsync(host, parsed, cancellationToken);
            var isTroubled = await Trouble.ReportAsync(host, analysis);
            var news = analysis.Scopes.Items.SelectMany(scope => scope.New).Distinct().Order(Comparer<CodeFinding>.Create((one, other) => one.Place.CompareTo(other.Place))).ToList();
            var stale = analysis.Scopes.Items.SelectMany(scope => scope.Stale.Select(entry => (scope, entry))).ToList();
            await WriteAsync(host, analysis, news, stale);
            return isTroubled ? ExitCode.Error : news.Count + stale.Count > 0 ? ExitCode.Findings : ExitCode.Clean;
        });
        return command;
    }

    private static async Task WriteAsync(ToolHost host, SolutionAnalysis analysis, List<CodeFinding> news, List<(BaselineScope Scope, BaselineEntry Entry)> stale)
    {
        if (news.Count > 0) await host.Output.WriteLineAsync("New:");
        foreach (var finding in news)
            await host.Output.WriteLineAsync($"  {Words.PathIn(analysis, finding.Place.File)}:{finding.Place.Line}:{finding.Place.Column}  {finding.RuleId}  {finding.Message}");
        if (stale.Count > 0) await host.Output.WriteLineAsync("Stale:");
        foreach (var (scope, entry) in stale)
            await host.Output.WriteLineAsync($"  {Words.PathIn(analysis, scope.Path)}:{entry.Line + 1}  {entry.Key}: recorded {Words.Times(entry.Count)}, {Found(scope.Found[entry.Key])}");
        if (news.Count > 0) await host.Output.WriteLineAsync("Mend what is new. Where it must stay for now, record it with `explicit-context baseline create --allow-growth`.");
        if (stale.Count > 0) await host.Output.WriteLineAsync("Take out what is stale with `explicit-context baseline prune`, and commit it with the improvement.");

        var counted = analysis.Scopes.Items.SelectMany(scope => scope.Findings.Items).Count(finding => finding is { Key: not null, IsRecorded: false, IsNew: false, Suppression: null });
        var merelyCounted = counted > 0 ? $"{counted} at inventory, " : "";
        await host.Output.WriteLineAsync($"{news.Count} new, {stale.Count} stale, {merelyCounted}{analysis.Scopes.Items.Sum(scope => scope.Recorded.Total)} recorded; {Words.Tail(analysis)}");
    }

    private static string Found(int count) => count == 0 ? "no longer found" : $"found {Words.Times(count)}";
}
