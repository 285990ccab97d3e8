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

    [Fact]
    public async Task InstalledTool_RecordsWhatTheBuildFinds_SoThatTheProjectHoldsEnforce()
    {
        using var consumer = await InstalledConsumer.CreateAsync(toolkit.Feed);
        using var folder = new TemporaryFolder();
        (await consumer.DotnetAsync("tool", "install", "ExplicitContext.Tool", "--tool-path", folder.Path, "--version", toolkit.Feed.Version)).Succeeded();
        Assert.NotEqual(0, (await consumer.BuildAsync("-p:ExplicitContextLevel=enforce")).ExitCode);

        var create = await Shell.RunAsync(Path.Combine(folder.Path, "explicit-context"), consumer.Folder, "baseline", "create", consumer.ProjectFile);

        create.Succeeded();
        Assert.NotEmpty(consumer.Read("ExplicitContext.Baseline.txt"));
        var build = await consumer.BuildAsync("-p:ExplicitContextLevel=enforce", "-p:ContinuousIntegrationBuild=true");
        build.Succeeded();
        Assert.DoesNotContain("ECTX0004", build.Output);
    }

    [Fact]
    public async Task ImprovementThatIsNotRecorded_BreaksTheBuildOfContinuousIntegration_AndPruneMendsIt()
    {
        string[] build = ["-p:ExplicitContextLevel=enforce", "-p:ContinuousIntegrationBuild=true"];
        using var consumer = await InstalledConsumer.CreateAsync(toolkit.Feed);
        using var folder = new TemporaryFolder();
        (await consumer.DotnetAsync("tool", "install", "ExplicitContext.Tool", "--tool-path", folder.Path, "--version", toolkit.Feed.Version)).Succeeded();
        var tool = Path.Combine(folder.Path, "explicit-context");
        (await Shell.RunAsync(tool, consumer.Folder, "baseline", "create", consumer.ProjectFile)).Succeeded();
        var recorded = consumer.Read("ExplicitContext.Baseline.txt");
        consumer.Write("ExplicitContext.Baseline.txt", recorded + "ECTX1002 M:Paid.Back P:Engine.Current\n");

        var stale = await consumer.BuildAsync(build);
        Assert.NotEqual(0, stale.ExitCode);
        Assert.Contains("error ECTX0004: 'ECTX1002 P:Engine.Current' in 'M:Paid.Back' is recorded once", stale.Output);

        (await Shell.RunAsync(tool, consumer.Folder, "baseline", "prune", consumer.ProjectFile)).Succeeded();
        Assert.Equal(recorded, consumer.Read("ExplicitContext.Baseline.txt"));
        (await consumer.BuildAsync(build)).Succeeded();
    }
}
