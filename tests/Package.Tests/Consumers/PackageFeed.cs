namespace ExplicitContext.Consumers;

/// <summary>A folder of freshly packed packages, under a version that no cache has seen.</summary>
internal sealed class PackageFeed : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public string Path => folder.Path;

    public string Version { get; } = $"0.1.0-test.{DateTime.UtcNow:yyyyMMddHHmmss}.{Environment.ProcessId}";

    /// <summary>Packs what the solution's build has left of a project, named by its folder.</summary>
    public async Task PackAsync(string project) =>
        (await Shell.DotnetAsync(Repository.Root, "pack", project, "--no-build", "-c", Repository.Configuration, $"-p:Version={Version}", "-o", Path)).Succeeded();

    /// <summary>The file of a package in this feed.</summary>
    public string FileOf(string packageId) => System.IO.Path.Combine(Path, $"{packageId}.{Version}.nupkg");

    public void Dispose() => folder.Dispose();
}
