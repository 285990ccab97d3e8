using System.CommandLine;
using ExplicitContext.Migration.Analysis;
using ExplicitContext.Model.Baseline;
using ExplicitContext.Tool.Analysis;
using ExplicitContext.Tool.Consoles;

namespace ExplicitContext.Tool.Baselines;

/// <summary><c>baseline create</c>: records what there is, and refuses where a record would grow.</summary>
internal static class CreateVerb
{
    public static Command Create(ToolHost host)
    {
        var command = new Command("create", "Records all that is found, one file beside each project. A record that is there already may only shrink.");
        var arguments = AnalysisArguments.AddTo(command);
        var allowGrowth = new Option<bool>("--allow-growth") { Description = "Record also what an existing baseline does not." };
        command.Add(allowGrowth);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var analysis = await arguments.AnalyzeAsync(host, parsed, cancellationToken);
            var mayGrow = parsed.GetValue(allowGrowth);
            if (await Trouble.ReportAsync(host, analysis, readsBaselines: !mayGrow)) return await NothingWrittenAsync(host, ExitCode.Error);
            var grown = analysis.Scopes.Items.Where(scope => scope.Content is not null && Growth(scope).Total > 0).ToList();
            return grown.Count > 0 && !mayGrow
                ? await RefuseAsync(host, analysis, grown)
                : await BaselineWriter.WriteAsync(host, analysis, scope => scope.Debt, cancellationToken);
        });
        return command;
    }

    private static Debt Growth(BaselineScope scope) => scope.Debt.Minus(scope.Recorded);

    private static async Task<int> RefuseAsync(ToolHost host, SolutionAnalysis analysis, List<BaselineScope> grown)
    {
        foreach (var scope in grown)
        {
            await host.Output.WriteLineAsync($"{Words.PathIn(analysis, scope.Path)} would grow:");
            foreach (var (key, count) in Growth(scope).Counts)
                await host.Output.WriteLineAsync($"  {key}{(count > 1 ? $" {count}" : "")}");
        }

        await host.Output.WriteLineAsync("Mend these. Where they must stay for now, say --allow-growth.");
        return await NothingWrittenAsync(host, ExitCode.Findings);
    }

    private static async Task<int> NothingWrittenAsync(ToolHost host, int exitCode)
    {
        await host.Error.WriteLineAsync("Nothing was written.");
        return exitCode;
    }
}
