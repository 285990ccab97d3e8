using System.CommandLine;
using ExplicitContext.Tool.Analysis;
using ExplicitContext.Tool.Baselines;
using ExplicitContext.Tool.Consoles;
using ExplicitContext.Tool.Reporting.Sarif;

namespace ExplicitContext.Tool.Reporting;

/// <summary>The verb <c>report</c>: what the rules find in a solution, as a file for other tools.</summary>
internal static class ReportCommand
{
    private const string Sarif = "sarif";

    public static Command Create(ToolHost host)
    {
        var command = new Command("report", "Writes what the rules find in a solution, recorded and suppressed findings included.");
        var arguments = AnalysisArguments.AddTo(command);
        var format = new Option<string>("--format") { Description = "The format: sarif.", DefaultValueFactory = _ => Sarif };
        var output = new Option<string?>("--output", "-o") { Description = "Write to this file instead of to standard output." };
        format.Validators.Add(result =>
        {
            if (result.Tokens is [{ Value: not Sarif and var other }]) result.AddError($"'{other}' is no format that can be written. Write --format {Sarif}.");
        });
        command.Add(format);
        command.Add(output);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var analysis = await arguments.AnalyzeAsync(host, parsed, cancellationToken);
            var log = SarifWriter.Write(analysis);
            var path = parsed.GetValue(output);
            if (path is null) await host.Output.WriteAsync(log);
            else await OutputFile.WriteAsync(path, log, cancellationToken);

            if (await Trouble.ReportAsync(host, analysis)) return ExitCode.Error;
            var findings = analysis.Scopes.Items.SelectMany(scope => scope.Findings.Items).ToList();
            if (path is not null) await host.Output.WriteLineAsync($"Wrote {path}: {Words.Count(findings.Count, "finding")}; {Words.Tail(analysis)}");
            return findings.Count > 0 ? ExitCode.Findings : ExitCode.Clean;
        });
        return command;
    }
}
