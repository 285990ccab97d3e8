using ExplicitContext.Consumers;

namespace Package.Tests;

/// <summary>What a baseline beside a project does to a user's build.</summary>
[Collection(PackageCollection.Name)]
public sealed class BaselineTests(PackedToolkit toolkit)
{
    private const string Enforce = "-p:ExplicitContextLevel=enforce";
    private const string ContinuousIntegration = "-p:ContinuousIntegrationBuild=true";
    private const string Dirty = """
        using ExplicitContext;

        Console.WriteLine(80);

        [ContextType("settings", ParameterName = "settings")]
        internal sealed class Settings
        {
            [AmbientAccessor]
            public static Settings Default => Make();

            public int Columns => 80;

            private static Settings Make() => new();
        }

        internal static class Printer
        {
            public static int Width() => Settings.Default.Columns;
        }
        """;

    [Fact]
    public async Task RecordedDebt_BreaksNoBuild_GrowthDoes_AndWhatIsPaidMustGo()
    {
        using var consumer = await CreateAsync();
        Assert.Contains("Program.cs(18,34): error ECTX1002", (await consumer.BuildAsync(Enforce)).Output);

        consumer.Write("ExplicitContext.Baseline.txt", "ECTX1002 M:Printer.Width P:Settings.Default\n");
        (await consumer.BuildAsync(Enforce, ContinuousIntegration)).Succeeded();

        consumer.Write(".editorconfig", "root = true\n[*.cs]\ndotnet_diagnostic.ECTX1002.severity = error\n");
        (await consumer.BuildAsync(Enforce, ContinuousIntegration)).Succeeded();

        consumer.Write("Program.cs", Dirty.Replace("Default.Columns", "Default.Columns + Settings.Default.Columns", StringComparison.Ordinal));
        var grown = await consumer.BuildAsync(Enforce);
        Assert.NotEqual(0, grown.ExitCode);
        Assert.Contains("Program.cs(18,61): error ECTX1002", grown.Output);
        Assert.DoesNotContain("Program.cs(18,34)", grown.Output);
    }

    [Fact]
    public async Task StaleEntry_IsAWarning_AnErrorInContinuousIntegration_AndNotJudgedWhereOthersShareTheFile()
    {
        using var consumer = await CreateAsync();
        consumer.Write("Program.cs", Dirty.Replace("Width() => Settings.Default.", "Width(Settings settings) => settings.", StringComparison.Ordinal));
        consumer.Write("ExplicitContext.Baseline.txt", "\nECTX1002 M:Printer.Width P:Settings.Default\n");

        var local = await consumer.BuildAsync(Enforce);
        local.Succeeded();
        Assert.Contains("ExplicitContext.Baseline.txt(2,1): warning ECTX0004: 'ECTX1002 P:Settings.Default' in 'M:Printer.Width' is recorded once", local.Output);

        var continuous = await consumer.BuildAsync(Enforce, ContinuousIntegration);
        Assert.NotEqual(0, continuous.ExitCode);
        Assert.Contains("ExplicitContext.Baseline.txt(2,1): error ECTX0004", continuous.Output);

        consumer.Write("Other.csproj", consumer.Read("Consumer.csproj"));
        var shared = await consumer.BuildAsync("Consumer.csproj", Enforce, ContinuousIntegration);
        shared.Succeeded();
        Assert.DoesNotContain("ECTX0004", shared.Output);
    }

    [Theory]
    [InlineData("ExplicitContext.Baseline.txt", "ECTX1002 M:Printer.Width P:Settings.Default\n")]
    [InlineData("ExplicitContext.Quiet.txt", "P:Settings.Default; severity=none\n")]
    public async Task DeletedFile_IsNoticedByTheNextBuild_AndABuildWithoutChange_CompilesNothing(string file, string text)
    {
        using var consumer = await CreateAsync();
        consumer.Write(file, text);
        (await consumer.DotnetAsync("build", "--no-restore", Enforce)).Succeeded();
        var built = File.GetLastWriteTimeUtc(consumer.PathOf("obj/Debug/net10.0/Consumer.dll"));

        (await consumer.DotnetAsync("build", "--no-restore", Enforce)).Succeeded();
        Assert.Equal(built, File.GetLastWriteTimeUtc(consumer.PathOf("obj/Debug/net10.0/Consumer.dll")));

        File.Delete(consumer.PathOf(file));
        var without = await consumer.DotnetAsync("build", "--no-restore", Enforce);
        Assert.NotEqual(0, without.ExitCode);
        Assert.Contains("error ECTX1002", without.Output);
    }

    private async Task<ConsumerProject> CreateAsync()
    {
        var consumer = new ConsumerProject(toolkit.Feed, "ExplicitContext");
        consumer.Write("Program.cs", Dirty);
        (await consumer.DotnetAsync("restore")).Succeeded();
        return consumer;
    }
}
