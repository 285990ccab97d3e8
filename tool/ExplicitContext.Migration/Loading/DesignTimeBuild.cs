using System.Collections.Immutable;

namespace ExplicitContext.Migration.Loading;

/// <summary>One MSBuild run over a target that compiles nothing and dumps what the compiler would be told.</summary>
internal sealed class DesignTimeBuild(DotnetCommand dotnet)
{
    private const string TargetsFile = "DesignTimeDump.targets";

    // "No assets file", "assets file lacks this target", "package missing from the cache".
    private static readonly ImmutableArray<string> NotRestored = ["NETSDK1004", "NETSDK1005", "NETSDK1064"];

    /// <summary>Runs it, and restores first where the projects turn out not to be restored.</summary>
    public async Task<DesignTimeResult> RunAsync(LoadTarget target, bool restore, IProgress<WorkProgress> progress, CancellationToken cancellationToken)
    {
        progress.Report(new WorkProgress("Reading projects"));
        var result = await DumpAsync(target, cancellationToken).ConfigureAwait(false);
        var missing = result.Errors.FirstOrDefault(error => NotRestored.Contains(error.Code));
        if (missing is null) return result;

        if (!restore)
        {
            throw new InputException(
                $"{missing.ProjectPath ?? target.Path}: the packages are not restored ({missing.Code}). Run `dotnet restore \"{target.Path}\"`, or leave out --no-restore.");
        }

        progress.Report(new WorkProgress("Restoring packages"));
        await RestoreAsync(target, cancellationToken).ConfigureAwait(false);
        progress.Report(new WorkProgress("Reading projects"));
        return await DumpAsync(target, cancellationToken).ConfigureAwait(false);
    }

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

    private async Task RestoreAsync(LoadTarget target, CancellationToken cancellationToken)
    {
        var result = await dotnet.RunAsync(target.Directory, ["restore", target.Path, "--nologo", "--verbosity", "quiet"], cancellationToken).ConfigureAwait(false);
        if (result.ExitCode == 0) return;

        var error = BuildError.ParseAll(result.Output).FirstOrDefault();
        throw new InputException(
            $"{error?.ProjectPath ?? target.Path}: the packages cannot be restored: {error?.ToString() ?? result.LastLine}. See `dotnet restore \"{target.Path}\"`.");
    }
}
