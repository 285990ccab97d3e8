using ExplicitContext.Migration.Loading;

namespace ExplicitContext.Tool.Consoles;

/// <summary>What a command needs of the process around it.</summary>
/// <param name="Output">Where results go.</param>
/// <param name="Error">Where progress and messages go.</param>
/// <param name="OutputTerminal">What the result stream can show.</param>
/// <param name="ErrorTerminal">What the message stream can show.</param>
/// <param name="Dotnet">The command that runs MSBuild.</param>
/// <param name="Clock">Measures time.</param>
public sealed record ToolHost(
    TextWriter Output, TextWriter Error, TerminalKind OutputTerminal, TerminalKind ErrorTerminal, DotnetCommand Dotnet, TimeProvider Clock)
{
    /// <summary>The streams and the environment of this process.</summary>
    public static ToolHost OfProcess() => new(
        Console.Out,
        Console.Error,
        TerminalKinds.Of(Console.IsOutputRedirected, Environment.GetEnvironmentVariable),
        TerminalKinds.Of(Console.IsErrorRedirected, Environment.GetEnvironmentVariable),
        new DotnetCommand(),
        TimeProvider.System);
}
