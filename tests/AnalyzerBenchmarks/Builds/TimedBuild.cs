using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace AnalyzerBenchmarks.Builds;

/// <summary>Runs real builds and reads what the compiler says of its analyzers' time.</summary>
internal static partial class TimedBuild
{
    /// <summary>Builds one project anew, without those it refers to, by the compiler server, as builds are run. Who wants a compiler of its own for each build says so in an option.</summary>
    /// <exception cref="InvalidOperationException">The build failed; the message is its output.</exception>
    public static async Task<BuildTimes> RunAsync(string project, params string[] options)
    {
        var start = Stopwatch.GetTimestamp();
        var output = await DotnetAsync(
            project,
            ["build", project, "--no-restore", "--no-dependencies", "--no-incremental", "-v:d", "-clp:PerformanceSummary", "-nologo", "-p:UseSharedCompilation=true", "-p:ReportAnalyzer=true", .. options]);
        var wall = Stopwatch.GetElapsedTime(start);
        return new(
            wall.TotalSeconds,
            CompilerTime().Match(output) is { Success: true } compile ? Seconds(compile) / 1000 : double.NaN,
            [.. Line().Matches(output).Select(line => new ComponentTime(line.Groups["name"].Value.Trim(), Seconds(line)))]);
    }

    public static Task RestoreAsync(string project, params string[] options) => DotnetAsync(project, ["restore", project, "-v:q", "-nologo", .. options]);

    private static async Task<string> DotnetAsync(string project, string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo("dotnet", arguments) { RedirectStandardOutput = true, WorkingDirectory = Path.GetDirectoryName(Path.GetFullPath(project)) })!;
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0 ? output : throw new InvalidOperationException($"dotnet {string.Join(' ', arguments)} failed:{Environment.NewLine}{output}");
    }

    // "<0.001" stands for less than a millisecond.
    private static double Seconds(Match match) => double.Parse(match.Groups["time"].Value.TrimStart('<'), CultureInfo.InvariantCulture);

    /// <summary>A line of the compiler's report: seconds, per cent, an assembly or one of its analyzers with the IDs of its rules.</summary>
    [GeneratedRegex(@"^\s*(?<time><?\d+\.\d+)\s+<?\d+\s+(?<name>\S.*)$", RegexOptions.Multiline)]
    private static partial Regex Line();

    /// <summary>The line of MSBuild's summary that tells how long the compiler ran.</summary>
    [GeneratedRegex(@"^\s*(?<time>\d+) ms\s+Csc\s+\d+ calls", RegexOptions.Multiline)]
    private static partial Regex CompilerTime();
}
