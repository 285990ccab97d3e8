using ExplicitContext.Consumers;

namespace Package.Tests;

/// <summary>What the user of the package sees in a project of his own, from restore to enforcement.</summary>
[Collection(PackageCollection.Name)]
public sealed class ConsumerTests(PackedToolkit toolkit)
{
    [Fact]
    public async Task Build_FindsWhatTheSourcesAnnounce()
    {
        using var consumer = await InstalledConsumer.CreateAsync(toolkit.Feed);

        (await consumer.BuildAsync("-p:ErrorLog=build.sarif%2Cversion=2.1")).Succeeded();

        Assert.Equal(Finding.Announced(consumer), Finding.FromSarif(consumer.Read("build.sarif")));
    }

    [Fact]
    public async Task GeneratedOverload_IsWhatTheProgramCalls()
    {
        using var consumer = await InstalledConsumer.CreateAsync(toolkit.Feed);

        (await consumer.BuildAsync()).Succeeded();

        var generated = Path.Combine(consumer.Folder, "obj", "Debug", "net10.0", "generated", "ExplicitContext.Generators");
        var overload = Assert.Single(Directory.EnumerateFiles(generated, "*.cs", SearchOption.AllDirectories), f => File.ReadAllText(f).Contains("int Scaled("));
        Assert.Contains("internal static int Scaled(Engine engine, int x)", File.ReadAllText(overload));
        var run = (await consumer.DotnetAsync("run", "--no-build")).Succeeded();
        Assert.Equal("legacy 4, passed 20", run.Output.Trim());
    }

    [Fact]
    public async Task DotnetFormat_ReplacesAmbientReadsByTheContextInScope()
    {
        using var consumer = await InstalledConsumer.CreateAsync(toolkit.Feed);
        var before = consumer.Read("Calculator.cs");

        (await consumer.DotnetAsync("format", "analyzers", "Consumer.csproj", "--diagnostics", "ECTX1001", "--severity", "info", "--no-restore")).Succeeded();

        Assert.Equal(before.Replace("x + Engine.Current.Scale", "x + engine.Scale"), consumer.Read("Calculator.cs"));
        (await consumer.BuildAsync()).Succeeded();
    }

    [Fact]
    public async Task Enforce_RefusesAGlobalReadThatIsAdded()
    {
        using var consumer = await InstalledConsumer.CreateAsync(toolkit.Feed);
        foreach (var file in Directory.EnumerateFiles(consumer.Folder, "*.cs"))
            File.Delete(file);
        consumer.Write("Program.cs", """
            using ExplicitContext;

            Console.WriteLine(Printer.Width(new Settings()));

            [ContextType("settings", ParameterName = "settings")]
            internal sealed class Settings
            {
                [AmbientAccessor]
                public static Settings Default => new();

                public int Columns => 80;
            }

            internal static class Printer
            {
                public static int Width(Settings settings) => settings.Columns;
            }
            """);

        (await consumer.BuildAsync("-p:ExplicitContextLevel=enforce")).Succeeded();

        consumer.Write("Program.cs", consumer.Read("Program.cs").Replace("=> settings.Columns", "=> Settings.Default.Columns"));
        (await consumer.BuildAsync()).Succeeded();
        var refused = await consumer.BuildAsync("-p:ExplicitContextLevel=enforce");
        Assert.NotEqual(0, refused.ExitCode);
        Assert.Contains("Program.cs(16,51): error ECTX1001", refused.Output);
    }

    [Fact]
    public async Task UnknownLevel_IsRefusedWithTheLevelsThereAre()
    {
        using var consumer = await InstalledConsumer.CreateAsync(toolkit.Feed);

        var refused = await consumer.BuildAsync("-p:ExplicitContextLevel=strict");

        Assert.NotEqual(0, refused.ExitCode);
        Assert.Contains("Consumer.csproj : error : ExplicitContextLevel is 'strict'. Set it to 'inventory', 'warn' or 'enforce'.", refused.Output);
    }
}
