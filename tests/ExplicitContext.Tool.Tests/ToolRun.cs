using ExplicitContext.Migration.Loading;
using ExplicitContext.Tool.Consoles;

namespace ExplicitContext.Tool.Tests;

/// <summary>One run of the command, in process, with its streams caught.</summary>
internal sealed record ToolRun(int ExitCode, string Output, string Error)
{
    public static Task<ToolRun> Async(params string[] arguments) => On(TerminalKind.Redirected, arguments);

    public static async Task<ToolRun> On(TerminalKind terminal, params string[] arguments)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var host = new ToolHost(output, error, terminal, terminal, new DotnetCommand(), TimeProvider.System);
        var exitCode = await new CommandLine(host).RunAsync(arguments);
        return new ToolRun(exitCode, output.ToString(), error.ToString());
    }
}
