using System.ComponentModel;
using System.Diagnostics;
using System.Formats.Tar;
using System.IO.Compression;
using System.Text.Json.Nodes;

namespace ExplicitContext.Tool.Tests;

/// <summary>
/// Real input that no one here wrote, as source packages on npm have it: UniRx 7.1.0, 145 files, and OSC Jack 2.0.0, 8 files. A site is a place that names the accessor,
/// assignments included; a member is counted once, a property for both its accessors; reaching members include the direct ones.
/// </summary>
public sealed class SourcePackageTests : IDisposable
{
    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task UniRx_HasTheFiguresThatWereCountedIndependently()
    {
        await UnpackAsync("com.neuecc.unirx@7.1.0");
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

        // The schedulers are exchanged by tests; the instances of what never changes may stay.
        var statics = inventory["staticState"]!.AsArray();
        Assert.Equal(
            ["asyncConversions", "constantTime", "iteration", "tailRecursion", "timeBasedOperations"],
            statics.Where(state => (bool)state!["isSeam"]!).Select(state => (string)state!["name"]!).Order());
        Assert.Equal(
            ["Disposable.EmptyDisposable.Singleton", "ImmutableEmptyObservable<T>.Instance", "ImmutableNeverObservable<T>.Instance", "ImmutableReturnFalseObservable.Instance",
             "ImmutableReturnInt32Observable.Caches", "ImmutableReturnTrueObservable.Instance", "ImmutableReturnUnitObservable.Instance"],
            statics.Where(state => (string)state!["kind"]! == "constant").Select(state => $"{state!["declaringType"]}.{state["name"]}"["UniRx.".Length..].Replace("Operators.", "")).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task OscJack_HasItsRegistriesAndScratchBuffers_AllToBeMoved()
    {
        await UnpackAsync("jp.keijiro.osc-jack@2.0.0");
        folder.WriteProject("package/Runtime/Base/OscJack.csproj", "<PropertyGroup><Nullable>disable</Nullable></PropertyGroup>");

        var run = await ToolRun.Async("scan", folder.Path("package/Runtime/Base"), "--json");

        Assert.Equal(
            ["OscDataTypes._temp4", "OscMaster._clients", "OscMaster._servers", "OscMaster._stringBuilder", "OscPacketEncoder._tempByte", "OscPacketEncoder._tempFloat"],
            JsonNode.Parse(run.Output)!["inventory"]!["staticState"]!.AsArray().Where(state => (string)state!["home"]! == "interpreter").Select(state => $"{state!["declaringType"]}.{state["name"]}"["OscJack.".Length..]).Order(StringComparer.Ordinal));
    }

    private async Task UnpackAsync(string package)
    {
        using var npm = StartNpm(package);
        var name = (await npm.StandardOutput.ReadToEndAsync()).Trim();
        await npm.WaitForExitAsync();
        Assert.True(npm.ExitCode == 0, $"`npm pack {package}` failed with {npm.ExitCode}: it needs a package registry that serves {package}.");

        await using var archive = File.OpenRead(folder.Path(name));
        await using var unzipped = new GZipStream(archive, CompressionMode.Decompress);
        await TarFile.ExtractToDirectoryAsync(unzipped, folder.Root, overwriteFiles: false);
    }

    private Process StartNpm(string package)
    {
        try
        {
            return Process.Start(new ProcessStartInfo("npm", ["pack", package, "--silent"]) { WorkingDirectory = folder.Root, RedirectStandardOutput = true })!;
        }
        catch (Win32Exception error)
        {
            throw new InvalidOperationException($"This test unpacks {package} with npm, which cannot be started. Install Node.js (Debian: apt-get install npm) and run it again.", error);
        }
    }
}
