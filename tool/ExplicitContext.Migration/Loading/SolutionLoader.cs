namespace ExplicitContext.Migration.Loading;

/// <summary>
/// Loads C# projects as the compiler sees them, on our own Roslyn, so that language versions newer than the installed SDK's workspace parse.
/// MSBuild reads the project files; nothing is compiled and nothing is written beyond <c>obj</c>.
/// </summary>
/// <param name="dotnet">The command that runs MSBuild.</param>
public sealed class SolutionLoader(DotnetCommand dotnet)
{
    /// <summary>Loads a target and every project that it references.</summary>
    /// <param name="target">What to load.</param>
    /// <param name="restore">Whether packages may be restored where they are missing.</param>
    /// <param name="progress">Hears of each step.</param>
    /// <param name="cancellationToken">Ends the MSBuild run as well.</param>
    /// <exception cref="InputException">The target cannot be loaded.</exception>
    public Task<LoadedSolution> LoadAsync(LoadTarget target, bool restore, IProgress<WorkProgress> progress, CancellationToken cancellationToken) =>
        LoadAsync(target, restore, allFrameworks: false, progress, cancellationToken);

    /// <summary>The same for every target framework that a project names, and not for the newest alone.</summary>
    /// <inheritdoc cref="LoadAsync(LoadTarget, bool, IProgress{WorkProgress}, CancellationToken)"/>
    public Task<LoadedSolution> LoadAllFrameworksAsync(LoadTarget target, bool restore, IProgress<WorkProgress> progress, CancellationToken cancellationToken) =>
        LoadAsync(target, restore, allFrameworks: true, progress, cancellationToken);

    private async Task<LoadedSolution> LoadAsync(LoadTarget target, bool restore, bool allFrameworks, IProgress<WorkProgress> progress, CancellationToken cancellationToken)
    {
        var result = await new DesignTimeBuild(dotnet).RunAsync(target, restore, progress, cancellationToken).ConfigureAwait(false);
        var (chosen, skipped) = ProjectSelection.Select(target, result, allFrameworks);
        var (workspace, projects) = WorkspaceBuilder.Build(result.Dumps, chosen, cancellationToken);
        return new LoadedSolution(target, workspace, projects, skipped);
    }
}
