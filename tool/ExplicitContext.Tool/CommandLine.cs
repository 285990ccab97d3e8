using System.CommandLine;
using System.CommandLine.Help;
using ExplicitContext.Migration;
using ExplicitContext.Tool.Baselines;
using ExplicitContext.Tool.Consoles;
using ExplicitContext.Tool.Reporting;
using ExplicitContext.Tool.Scanning;

namespace ExplicitContext.Tool;

/// <summary>The <c>explicit-context</c> command: picks the verb, and turns whatever goes wrong into one message and an exit code.</summary>
/// <param name="host">Where output goes and work is done.</param>
public sealed class CommandLine(ToolHost host)
{
    /// <summary>Runs one command line. Ctrl+C cancels it.</summary>
    /// <returns>One of <see cref="ExitCode"/>.</returns>
    public async Task<int> RunAsync(IReadOnlyList<string> arguments, CancellationToken cancellationToken = default)
    {
        var root = Root();
        var parsed = root.Parse(arguments);
        if (parsed.Errors is [var first, ..])
        {
            await host.Error.WriteLineAsync($"{first.Message} See `explicit-context {VerbOf(parsed.CommandResult.Command, root)}--help`.");
            return ExitCode.Error;
        }

        try
        {
            var configuration = new InvocationConfiguration { Output = host.Output, Error = host.Error, EnableDefaultExceptionHandler = false };
            return await parsed.InvokeAsync(configuration, cancellationToken);
        }
        catch (InputException error)
        {
            await host.Error.WriteLineAsync(error.Message);
            return ExitCode.Error;
        }
        catch (OperationCanceledException)
        {
            await host.Error.WriteLineAsync("Cancelled. Nothing was written.");
            return ExitCode.Error;
        }
    }

    /// <summary>The command by its own name: a <see cref="RootCommand"/> would be called after the file that runs.</summary>
    private Command Root() => new("explicit-context", "Takes C# code from global state to context passed in every call.")
    {
        new HelpOption(), new VersionOption(), ScanCommand.Create(host), BaselineCommand.Create(host), ReportCommand.Create(host),
    };

    private static string VerbOf(Command command, Command root) =>
        command == root ? "" : string.Concat(command.Parents.OfType<Command>().Select(parent => VerbOf(parent, root))) + command.Name + " ";
}
