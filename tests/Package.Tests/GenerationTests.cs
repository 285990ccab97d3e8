using ExplicitContext.Consumers;

namespace Package.Tests;

/// <summary>All that the package generates, in a program of a user's own: on the SDK's compiler, on the oldest that is supported, and once it has graduated.</summary>
[Collection(PackageCollection.Name)]
public sealed class GenerationTests(PackedToolkit toolkit)
{
    private const string OldestCompiler = "4.14.0";

    private static readonly string Printed = string.Join(
        Environment.NewLine,
        "overloads 3 2 36, 30 20 117",
        "shims 6, 60",
        "moved 8, 4",
        "state ambient/7, mine/7",
        "slots 1, 2, interpreter 0",
        "mine is gone");

    [Fact]
    public async Task Program_MeansTheSameOnceItsOverloadsHaveGraduated()
    {
        using var consumer = await CreateAsync();
        (await consumer.BuildAsync()).Succeeded();
        Assert.Equal(Printed, await RunAsync(consumer));

        (await GraduateAsync(consumer)).Succeeded();

        Assert.Contains("internal Order(Engine engine, int amount) => Total = amount * engine.Rate;", consumer.Read("Orders.cs"), StringComparison.Ordinal);
        Assert.DoesNotContain("PassContext", consumer.Read("Orders.cs"), StringComparison.Ordinal);
        (await consumer.BuildAsync()).Succeeded();
        Assert.Equal(Printed, await RunAsync(consumer));
        (await GraduateAsync(consumer, "--verify-no-changes")).Succeeded();
    }

    [Fact]
    public async Task Program_MeansTheSameOnTheOldestCompiler()
    {
        using var consumer = await CreateAsync();
        consumer.Write("Directory.Build.props", "<Project><PropertyGroup><LangVersion>13</LangVersion><EnableNETAnalyzers>false</EnableNETAnalyzers></PropertyGroup></Project>");
        consumer.Write("Directory.Build.targets", $"""<Project><ItemGroup><PackageReference Include="Microsoft.Net.Compilers.Toolset" Version="{OldestCompiler}" PrivateAssets="all" /></ItemGroup></Project>""");

        var build = (await consumer.DotnetAsync("build", "-v:d")).Succeeded();

        Assert.Contains($"microsoft.net.compilers.toolset/{OldestCompiler}", build.Output, StringComparison.Ordinal);
        Assert.Equal(Printed, await RunAsync(consumer));
    }

    [Fact]
    public async Task BodyThatCannotBeGenerated_IsExplainedBesideTheErrorThatItIsMissing()
    {
        using var consumer = await CreateAsync();
        consumer.Write("Geometry.cs", consumer.Read("Geometry.cs").Replace("int height) =>", "long height) => (int)", StringComparison.Ordinal));
        consumer.Write("Engine.cs", consumer.Read("Engine.cs").Replace("sealed partial class", "sealed class", StringComparison.Ordinal));

        var build = await consumer.BuildAsync();

        Assert.NotEqual(0, build.ExitCode);
        Assert.Contains("Geometry.cs(9,31): error CS8795", build.Output, StringComparison.Ordinal);
        Assert.Contains("Geometry.cs(9,31): warning ECTX5002: 'Geometry.Area' is not implemented: nothing stands beside it to forward to. Write 'Area(<context>, int, int)'", build.Output, StringComparison.Ordinal);
        Assert.Contains("Engine.cs(7,21): warning ECTX5001: 'Engine' is not partial, so no slots for module state can be generated in 'Engine'. Make it partial.", build.Output, StringComparison.Ordinal);
    }

    private async Task<ConsumerProject> CreateAsync()
    {
        var consumer = new ConsumerProject(toolkit.Feed, "ExplicitContext", "ExplicitContext.Runtime");
        foreach (var file in Directory.EnumerateFiles(Path.Combine(Repository.Root, "tests", "Package.Tests", "GenerationSources")))
            consumer.Write(Path.GetFileName(file), File.ReadAllText(file));
        (await consumer.DotnetAsync("restore")).Succeeded();
        return consumer;
    }

    private static Task<CommandResult> GraduateAsync(ConsumerProject consumer, params string[] options) =>
        consumer.DotnetAsync(["format", "analyzers", "Consumer.csproj", "--diagnostics", "ECTX5004", "--severity", "info", "--no-restore", .. options]);

    private static async Task<string> RunAsync(ConsumerProject consumer) => (await consumer.DotnetAsync("run", "--no-build")).Succeeded().Output.Trim();
}
