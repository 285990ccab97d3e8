using System.Diagnostics;

namespace Samples.Tests;

public sealed class ConsoleTests
{
    [Theory]
    [InlineData("MiniScript.Legacy.dll")]
    [InlineData("MiniScript.dll")]
    public async Task Files_AreRunUntilOneFails(string program)
    {
        var (exitCode, output, error) = await Run(program, "scripts/closures.mini", "scripts/error.mini", "scripts/fib.mini");

        Assert.Equal(1, exitCode);
        Assert.Equal(new ScriptFile("closures.mini").Expected + new ScriptFile("error.mini").Expected, output + error);
    }

    [Fact]
    public async Task Parallel_PrintsOnceAndSaysThatAllPrintedTheSame()
    {
        var (exitCode, output, error) = await Run("MiniScript.dll", "--parallel", "4", "scripts/sieve.mini", "scripts/queens.mini");

        Assert.Equal(0, exitCode);
        Assert.Equal(new ScriptFile("sieve.mini").Expected + new ScriptFile("queens.mini").Expected, output);
        Assert.Matches(@"^4 interpreters in \d+ ms, outputs identical\n$", error);
    }

    [Theory]
    [InlineData("MiniScript.Legacy.dll")]
    [InlineData("MiniScript.dll")]
    public async Task Profile_CountsCallsByFunction(string program)
    {
        var (exitCode, _, error) = await Run(program, "--profile", "scripts/fib.mini");

        Assert.Equal(0, exitCode);
        Assert.StartsWith("     57291  100 %  fib\n", error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("MiniScript.Legacy.dll", 2, "--unknown")]
    [InlineData("MiniScript.dll", 2, "--unknown")]
    [InlineData("MiniScript.dll", 2, "--parallel", "none")]
    [InlineData("MiniScript.dll", 2)]
    [InlineData("MiniScript.Legacy.dll", 1, "missing.mini")]
    [InlineData("MiniScript.dll", 1, "missing.mini")]
    public async Task BadArgument_IsNamedWithoutAStackTrace(string program, int expectedExitCode, params string[] arguments)
    {
        var (exitCode, output, error) = await Run(program, arguments);

        Assert.Equal(expectedExitCode, exitCode);
        Assert.Empty(output);
        Assert.StartsWith(arguments.Length > 0 ? arguments[0] : "usage:", error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", error, StringComparison.Ordinal);
    }

    private static async Task<(int ExitCode, string Output, string Error)> Run(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, program), .. arguments])
        {
            WorkingDirectory = AppContext.BaseDirectory,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start) ?? throw new InvalidOperationException("dotnet did not start");
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, Lines(await output), Lines(await error));

        static string Lines(string text) => text.ReplaceLineEndings("\n");
    }
}
