using Spectre.Console;

namespace ExplicitContext.Tool.Consoles;

/// <summary>Finds out what a stream can show, and makes a console that keeps to it.</summary>
public static class TerminalKinds
{
    // Wide enough that no table wraps: whoever reads a file or a pipe has no right margin.
    private const int RedirectedWidth = 10_000;

    /// <summary>Tells the kind of a stream. <c>NO_COLOR</c> with any value turns colours off; a dumb terminal counts as redirected.</summary>
    public static TerminalKind Of(bool isRedirected, Func<string, string?> environment) =>
        isRedirected || environment("TERM") == "dumb" ? TerminalKind.Redirected
        : string.IsNullOrEmpty(environment("NO_COLOR")) ? TerminalKind.Colour
        : TerminalKind.Monochrome;

    /// <summary>Makes a console on a writer. A redirected one writes no control characters.</summary>
    public static IAnsiConsole Console(this TerminalKind kind, TextWriter writer)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(writer),
            Ansi = kind == TerminalKind.Redirected ? AnsiSupport.No : AnsiSupport.Yes,
            ColorSystem = kind == TerminalKind.Colour ? ColorSystemSupport.Standard : ColorSystemSupport.NoColors,
            Interactive = kind == TerminalKind.Redirected ? InteractionSupport.No : InteractionSupport.Yes,
        });
        if (kind == TerminalKind.Redirected) console.Profile.Width = RedirectedWidth;
        return console;
    }
}
