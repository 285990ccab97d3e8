using System.Collections.Immutable;

namespace ExplicitContext.Migration.Loading;

/// <summary>One MSBuild run over a target that compiles nothing and dumps what the compiler would be told.</summary>
internal sealed class DesignTimeBuild(DotnetCommand dotnet)
{
    private const string TargetsFile = "DesignTimeDump.targets";

    // "No assets file", "assets file lacks this target", "package missing from the cache".
    private static readonly ImmutableArray<string> RestoreErrors = ["NETSDK1004", "NETSDK1005", "NETSDK1064"];

    /// <summary>Runs it, and restores first where the projects turn out not to be restored.</summary>
    public async Task<DesignTimeResult> RunAsync(LoadTarget target, bool restore, IProgress<WorkProgress> progress, CancellationToken cancellationToken)
    {
        progress.Report(new WorkProgress("Reading projects"));
        var result = await DumpAsync(target, cancellationToken).ConfigureAwait(false);
        if (Unrestored(result) is not { } unrestored) return result;
        if (!restore) throw new InputException($"{unrestored}: the packages are not restored. Run `dotnet restore \"{target.Path}\"`, or leave out --no-restore.");

        progress.Report(new WorkProgress("Restoring packages"));
        var restored = await dotnet.RunAsync(target.Directory, ["restore", target.Path, "--nologo", "--verbosity", "quiet"], cancellationToken).ConfigureAwait(false);
        progress.Report(new WorkProgress("Reading projects"));
        result = await DumpAsync(target, cancellationToken).ConfigureAwait(false);

        // A restore may fail over a project that is skipped anyway; what counts is whether one that is wanted still lacks its packages.
        if (Unrestored(result) is not { } failed) return result;
        var errors = BuildError.ParseAll(restored.Output);
        var error = errors.FirstOrDefault(error => error.ProjectPath == failed) ?? errors.FirstOrDefault();
        throw new InputException($"{failed}: the packages cannot be restored: {error?.ToString() ?? restored.LastLine}. See `dotnet restore \"{target.Path}\"`.");
    }

    private static string? Unrestored(DesignTimeResult result) =>
        result.Dumps.FirstOrDefault(dump => !dump.IsRestored)?.ProjectPath
        ?? result.Errors.FirstOrDefault(IsAboutPackages)?.ProjectPath;

    // An error that NuGet left in the assets file comes up again under its own code.
    private static bool IsAboutPackages(BuildError error) => RestoreErrors.Contains(error.Code) || error.Code.StartsWith("NU", StringComparison.Ordinal);

    private async Task<DesignTimeResult> DumpAsync(LoadTarget target, CancellationToken cancellationToken)
    {
        var folder = Directory.CreateTempSubdirectory("explicit-context-");
        try
        {
            var targets = await WriteTargetsAsync(folder.FullName, cancellationToken).ConfigureAwait(false);
            var result = await dotnet.RunAsync(target.Directory, Arguments(target, targets, folder.FullName), cancellationToken).ConfigureAwait(false);
            return new DesignTimeResult(DesignTimeDump.ReadAll(folder.FullName), BuildError.ParseAll(result.Output), result);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static IEnumerable<string> Arguments(LoadTarget target, string targets, string folder) =>
    [
        "msbuild", target.Path, "-target:ExplicitContextDump",
        "-nologo", "-maxCpuCount", "-nodeReuse:false", "-verbosity:quiet", "-consoleLoggerParameters:ErrorsOnly;NoSummary",
        "-property:DesignTimeBuild=true", "-property:BuildProjectReferences=false",
        "-property:SkipCompilerExecution=true", "-property:ProvideCommandLineArgs=true",
        // Keeps CoreCompile from being skipped as up to date, which would leave no arguments to dump.
        "-property:NonExistentFile=__NonExistentSubDir__/__NonExistentFile__",
        $"-property:CustomAfterMicrosoftCommonTargets={targets}", $"-property:CustomAfterMicrosoftCommonCrossTargetingTargets={targets}",
        $"-property:ExplicitContextDumpDirectory={folder}{Path.DirectorySeparatorChar}",
    ];

    private static async Task<string> WriteTargetsAsync(string folder, CancellationToken cancellationToken)
    {
        var path = Path.Combine(folder, TargetsFile);
        await using var source = typeof(DesignTimeBuild).Assembly.GetManifestResourceStream(TargetsFile)!;
        await using var file = File.Create(path);
        await source.CopyToAsync(file, cancellationToken).ConfigureAwait(false);
        return path;
    }
}
