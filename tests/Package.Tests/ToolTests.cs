using ExplicitContext.Consumers;

namespace Package.Tests;

[Collection(PackageCollection.Name)]
public sealed class ToolTests(PackedToolkit toolkit)
{
    [Fact]
    public async Task InstalledTool_ScansAProjectThatUsesThePackage()
    {
        using var consumer = await InstalledConsumer.CreateAsync(toolkit.Feed);
        using var folder = new TemporaryFolder();
        (await consumer.DotnetAsync("tool", "install", "ExplicitContext.Tool", "--tool-path", folder.Path, "--version", toolkit.Feed.Version)).Succeeded();

        var scan = await Shell.RunAsync(Path.Combine(folder.Path, "explicit-context"), consumer.Folder, "scan", consumer.ProjectFile);

        Assert.Equal(1, scan.ExitCode);
        Assert.Contains("Engine.Current", scan.Output);
    }
}
