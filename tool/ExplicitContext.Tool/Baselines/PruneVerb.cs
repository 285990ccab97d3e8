using System.CommandLine;
using ExplicitContext.Tool.Analysis;
using ExplicitContext.Tool.Consoles;

namespace ExplicitContext.Tool.Baselines;

/// <summary><c>baseline prune</c>: takes out what is no longer found, and adds nothing.</summary>
internal static class PruneVerb
{
    public static Command Create(ToolHost host)
    {
        var command = new Command("prune", "Takes out what is no longer found. Nothing is ever added.");
        var arguments = AnalysisArguments.AddTo(command);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var analysis = await arguments.AnalyzeAsync(host, parsed, cancellationToken);
            if (!await Trouble.ReportAsync(host, analysis))
                return await BaselineWriter.WriteAsync(host, analysis, scope => scope.Recorded.PrunedTo(scope.Found), cancellationToken);

            await host.Error.WriteLineAsync("Nothing was written.");
            return ExitCode.Error;
        });
        return command;
    }
}
