using System.ComponentModel;
using System.Diagnostics;
using System.Formats.Tar;
using System.IO.Compression;
using System.Text.Json.Nodes;

namespace ExplicitContext.Tool.Tests;

/// <summary>
/// Real input that no one here wrote: UniRx 7.1.0, 145 files, as its source package on npm has it. A site is a place that names the accessor,
/// assignments included; a member is counted once, a property for both its accessors; reaching members include the direct ones.
/// </summary>
public sealed class SourcePackageTests : IDisposable
{
    private const string Package = "com.neuecc.unirx@7.1.0";

    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task UniRx_HasTheFiguresThatWereCountedIndependently()
    {
        await UnpackAsync();
        folder.WriteProject("package/UniRx.csproj", """
            <PropertyGroup>
              <LangVersion>9</LangVersion>
              <Nullable>disable</Nullable>
              <DefineConstants>$(DefineConstants);UniRxLibrary;CSHARP_7_OR_LATER</DefineConstants>
            </PropertyGroup>
            <ItemGroup>
              <Compile Remove="**/UnityEngineBridge/**;**/UnityWinRTBridge/**;**/InternalUtil/UnityEqualityComparer.cs;**/Editor/**" />
            </ItemGroup>
            """);
        folder.Write("package/ExplicitContext.txt", """
            P:UniRx.Scheduler.DefaultSchedulers.*
            F:UniRx.Scheduler.CurrentThread
            """);

        var run = await ToolRun.Async("scan", folder.Path("package"), "--json");

        Assert.Equal(ExitCode.Findings, run.ExitCode);
        var inventory = JsonNode.Parse(run.Output)!["inventory"]!;
        Assert.Equal(
            [
                "Scheduler.CurrentThread: 34 sites, 33 members",
                "DefaultSchedulers.TimeBasedOperations: 23 sites, 23 members",
                "DefaultSchedulers.ConstantTimeOperations: 12 sites, 12 members",
                "DefaultSchedulers.AsyncConversions: 10 sites, 10 members",
                "DefaultSchedulers.Iteration: 8 sites, 8 members",
                "DefaultSchedulers.TailRecursion: 4 sites, 4 members",
            ],
            inventory["accessors"]!.AsArray().Select(accessor => $"{accessor!["name"]}: {accessor["sites"]} sites, {accessor["directMembers"]} members"));

        // No virtual call leads there, so that both ways of counting agree with the independent count.
        var timeBased = inventory["accessors"]!.AsArray().Single(accessor => (string)accessor!["name"]! == "DefaultSchedulers.TimeBasedOperations")!;
        Assert.Equal((26, 26), ((int)timeBased["reachingMembers"]!, (int)timeBased["reachingMembersWithDispatch"]!));

        var shapes = inventory["staticState"]!.AsArray().CountBy(state => (string)state!["shape"]!).ToDictionary();
        Assert.Equal(13, shapes["assignableField"]);
        Assert.Equal(2, shapes["threadStatic"]);
    }

    private async Task UnpackAsync()
    {
        using var npm = StartNpm();
        var name = (await npm.StandardOutput.ReadToEndAsync()).Trim();
        await npm.WaitForExitAsync();
        Assert.True(npm.ExitCode == 0, $"`npm pack {Package}` failed with {npm.ExitCode}: it needs a package registry that serves {Package}.");

        await using var archive = File.OpenRead(folder.Path(name));
        await using var unzipped = new GZipStream(archive, CompressionMode.Decompress);
        await TarFile.ExtractToDirectoryAsync(unzipped, folder.Root, overwriteFiles: false);
    }

    private Process StartNpm()
    {
        try
        {
            return Process.Start(new ProcessStartInfo("npm", ["pack", Package, "--silent"]) { WorkingDirectory = folder.Root, RedirectStandardOutput = true })!;
        }
        catch (Win32Exception error)
        {
            throw new InvalidOperationException($"This test unpacks {Package} with npm, which cannot be started. Install Node.js (Debian: apt-get install npm) and run it again.", error);
        }
    }
}
