using ExplicitContext.Tool.Consoles;
using Spectre.Console;

namespace ExplicitContext.Tool.Tests;

public sealed class TerminalKindTests
{
    [Theory]
    [InlineData(true, null, null, TerminalKind.Redirected)]
    [InlineData(true, "1", "xterm", TerminalKind.Redirected)]
    [InlineData(false, null, "dumb", TerminalKind.Redirected)]
    [InlineData(false, "1", "xterm", TerminalKind.Monochrome)]
    [InlineData(false, "", "xterm", TerminalKind.Colour)]
    [InlineData(false, null, "xterm", TerminalKind.Colour)]
    public void Kind_FollowsFromRedirectionAndEnvironment(bool isRedirected, string? noColor, string? term, TerminalKind expected) =>
        Assert.Equal(expected, TerminalKinds.Of(isRedirected, name => name switch { "NO_COLOR" => noColor, "TERM" => term, _ => null }));

    [Theory]
    [InlineData(TerminalKind.Redirected, "\e", false)]
    [InlineData(TerminalKind.Monochrome, "\e[31m", false)]
    [InlineData(TerminalKind.Colour, "\e[31m", true)]
    public void Console_KeepsToItsKind(TerminalKind kind, string sequence, bool isWritten)
    {
        using var writer = new StringWriter();

        kind.Console(writer).Write(new Text("red", new Style(Color.Maroon)));

        Assert.Equal(isWritten, writer.ToString().Contains(sequence, StringComparison.Ordinal));
    }
}
