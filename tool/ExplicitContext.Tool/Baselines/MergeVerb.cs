using System.CommandLine;
using ExplicitContext.Migration;
using ExplicitContext.Model.Baseline;
using ExplicitContext.Tool.Analysis;
using ExplicitContext.Tool.Consoles;

namespace ExplicitContext.Tool.Baselines;

/// <summary><c>baseline merge</c>: joins two changes of one baseline, as a merge driver of git.</summary>
internal static class MergeVerb
{
    public static Command Create(ToolHost host)
    {
        var before = new Argument<string>("base") { Description = "The baseline from which both sides come; %O in a git merge driver." };
        var ours = new Argument<string>("ours") { Description = "The baseline of this side, which is overwritten with the result; %A in a git merge driver." };
        var theirs = new Argument<string>("theirs") { Description = "The baseline of the other side; %B in a git merge driver." };
        var command = new Command("merge", "Joins two changes of a baseline: what either side took out is out, and the stricter count holds.") { before, ours, theirs };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var merged = Debt.Merge(
                await ReadAsync(parsed.GetValue(before)!, cancellationToken),
                await ReadAsync(parsed.GetValue(ours)!, cancellationToken),
                await ReadAsync(parsed.GetValue(theirs)!, cancellationToken));
            await OutputFile.WriteAsync(parsed.GetValue(ours)!, merged.Format(), cancellationToken);
            return ExitCode.Clean;
        });
        return command;
    }

    // The message reaches whoever merges; git then takes the file for one in conflict.
    private static async Task<Debt> ReadAsync(string path, CancellationToken cancellationToken)
    {
        BaselineFile file;
        try
        {
            file = BaselineFile.Parse(await File.ReadAllTextAsync(path, cancellationToken));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new InputException($"{path}: the baseline cannot be read: {error.Message} Name three files: the common base, ours, theirs.");
        }

        return file.Problems is [var problem, ..] ? throw new InputException($"{path}:{problem.Line + 1}: {problem.Message}") : file.ToDebt();
    }
}
