using System.CommandLine;
using ExplicitContext.Migration;
using ExplicitContext.Tool.Scan;
using Spectre.Console;

namespace ExplicitContext.Tool;

/// <summary>Where the command writes, and what it knows of its surroundings. Tests make one of their own.</summary>
/// <param name="Output">What the user asked for goes here.</param>
/// <param name="Error">Progress and messages go here.</param>
/// <param name="IsInteractive">Whether a person watches, so that progress may move.</param>
/// <param name="Clock">Tells how long things took.</param>
public sealed record ToolHost(TextWriter Output, TextWriter Error, bool IsInteractive, TimeProvider Clock)
{
    private const int RedirectedWidth = 160;

    /// <summary>The process's own console.</summary>
    public static ToolHost OfProcess() => new(Console.Out, Console.Error, !Console.IsOutputRedirected && !Console.IsErrorRedirected, TimeProvider.System);

    /// <summary>Runs a command line.</summary>
    /// <returns>0 where nothing was found, 1 where something was, 2 where the command could not do its work or was cancelled.</returns>
    public async Task<int> RunAsync(string[] arguments)
    {
        var root = new RootCommand("Takes C# code from global state to context passed in every call, and keeps it there.") { new ScanCommand(this) };
        var configuration = new InvocationConfiguration { Output = Output, Error = Error, EnableDefaultExceptionHandler = false };
        var parsed = root.Parse(arguments);
        try
        {
            var code = await parsed.InvokeAsync(configuration).ConfigureAwait(false);
            return parsed.Errors.Count > 0 ? ExitCodes.Error : code;
        }
        catch (InputException exception)
        {
            await Error.WriteLineAsync(exception.Message).ConfigureAwait(false);
        }
        catch (IOException exception)
        {
            await Error.WriteLineAsync($"{exception.Message} Check the path and its permissions.").ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            await Error.WriteLineAsync("Cancelled; nothing was changed.").ConfigureAwait(false);
        }

        return ExitCodes.Error;
    }

    /// <summary>A console for tables: with colours on a terminal that wants them, plain text elsewhere.</summary>
    internal IAnsiConsole Tables(TextWriter writer)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(writer),
            Ansi = IsInteractive ? AnsiSupport.Detect : AnsiSupport.No,
            ColorSystem = IsInteractive ? ColorSystemSupport.Detect : ColorSystemSupport.NoColors,
            Interactive = IsInteractive ? InteractionSupport.Detect : InteractionSupport.No,
        });
        if (!IsInteractive)
        {
            console.Profile.Width = RedirectedWidth;
        }

        return console;
    }
}
