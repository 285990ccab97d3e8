using ExplicitContext.Consumers;

namespace Package.Tests;

/// <summary>Packs, presets and audits as the package brings them to a user's build.</summary>
[Collection(PackageCollection.Name)]
public sealed class ConfigurationTests(PackedToolkit toolkit)
{
    private const string Packs = "-p:ExplicitContextPacks=clock%3Bprocess";
    private const string Log = "-p:ErrorLog=build.sarif%2Cversion=2.1";

    private const string Clocked = """
        using ExplicitContext;

        Printer.Print(TimeProvider.System);

        internal static class Printer
        {
            [ContextEntry]
            public static void Print(TimeProvider clock) => Console.WriteLine(clock.GetUtcNow() > Now(clock));

            private static DateTimeOffset Now(TimeProvider clock) => DateTimeOffset.UtcNow; // ECTX1001

            private static DateTime Later() => DateTime.UtcNow.AddDays(1); // ECTX1002

            private static string? Home() => Environment.GetEnvironmentVariable("HOME"); // ECTX1002

            public static object[] All(TimeProvider clock) => [Now(clock), Later(), Home() ?? ""];
        }
        """;

    [Fact]
    public async Task Packs_DeclareTheGlobalsOfTheFramework_AndAFileOfTheUsersHasTheLastWord()
    {
        using var consumer = await CreateAsync(Clocked);

        (await consumer.BuildAsync(Packs, Log)).Succeeded();
        Assert.Equal(Finding.Announced(consumer), ReadsIn(consumer));

        consumer.Write("ExplicitContext.txt", "!M:System.Environment.GetEnvironmentVariable(*\nP:System.DateTime.UtcNow; severity=none\n");
        (await consumer.BuildAsync(Packs, Log)).Succeeded();
        Assert.Equal(["ECTX1001"], ReadsIn(consumer).Select(finding => finding.Rule));

        (await consumer.BuildAsync(Log)).Succeeded();
        Assert.Equal([("ECTX0002", "ExplicitContext.txt", 1)], ReadsIn(consumer).Select(finding => (finding.Rule, finding.Source, finding.Line)));
    }

    [Theory]
    [InlineData("-p:ExplicitContextPacks=Clock%3Btime", "ExplicitContextPacks names 'time', which is no pack. The packs are build-task, clock, http, process; write several as 'clock;process'.")]
    [InlineData("-p:ExplicitContextPreset=loose", "ExplicitContextPreset is 'loose'. Set it to 'adopt', 'standard' or 'strict'.")]
    public async Task UnknownPackOrPreset_IsRefusedWithThoseThereAre(string property, string message)
    {
        using var consumer = await CreateAsync(Clocked);

        var refused = await consumer.BuildAsync(property);

        Assert.NotEqual(0, refused.ExitCode);
        Assert.Contains($"Consumer.csproj : error : {message}", refused.Output);
    }

    [Fact]
    public async Task Preset_SetsSeverities_AndAFileOfTheUsersWins()
    {
        using var consumer = await CreateAsync("Console.WriteLine();");
        consumer.Write("ExplicitContext.txt", "P:No.Such\n");

        (await consumer.BuildAsync()).Succeeded();

        var refused = await consumer.BuildAsync("-p:ExplicitContextPreset=strict");
        Assert.NotEqual(0, refused.ExitCode);
        Assert.Contains("error ECTX0001", refused.Output);

        consumer.Write(".globalconfig", "is_global = true\ndotnet_diagnostic.ECTX0001.severity = none\n");
        Assert.DoesNotContain("ECTX0001", (await consumer.BuildAsync("-p:ExplicitContextPreset=strict")).Succeeded().Output);
    }

    [Fact]
    public async Task Adopt_CountsWhereTheProjectSetsNoLevel()
    {
        using var consumer = await CreateAsync("internal static class Counter { private static int count; public static int Next() => ++count; }");
        consumer.Write("Consumer.csproj", consumer.Read("Consumer.csproj").Replace("<ExplicitContextLevel>inventory</ExplicitContextLevel>", "<OutputType>Library</OutputType>", StringComparison.Ordinal));

        Assert.Contains("error ECTX1004", (await consumer.BuildAsync()).Output);
        (await consumer.BuildAsync("-p:ExplicitContextPreset=adopt")).Succeeded();
    }

    [Fact]
    public async Task Audit_ExpiresByTheDayOfTheBuild()
    {
        using var consumer = await CreateAsync("""
            using ExplicitContext;

            Console.WriteLine(Counter.Next());

            internal static class Counter
            {
                [AuditedStatic(Owner = "core", Reason = "counts for the operator", Until = "2020-01-01")]
                private static int count;

                public static int Next() => ++count;
            }
            """);

        Assert.Contains("Program.cs(7,6): error ECTX0005: The audit of 'Counter.count' expired on 2020-01-01.", (await consumer.BuildAsync()).Output);
        (await consumer.BuildAsync("-p:ExplicitContextToday=never")).Succeeded();
        (await consumer.BuildAsync("-p:ExplicitContextToday=2019-12-31")).Succeeded();
    }

    [Fact]
    public async Task PackThatIsNoLongerNamed_IsNoticedByTheNextBuild()
    {
        using var consumer = await CreateAsync(Clocked);
        (await consumer.DotnetAsync("build", "--no-restore", Packs, Log)).Succeeded();
        Assert.NotEmpty(ReadsIn(consumer));

        (await consumer.DotnetAsync("build", "--no-restore", Log)).Succeeded();

        Assert.Empty(ReadsIn(consumer));
    }

    [Theory]
    [InlineData("private const int Fixed = 1;")]
    [InlineData("private static int count;")]
    public async Task Suppressions_NeededOrNot_AreLeftToTheTool_ByTheAnalyzersOfTheSdk(string field)
    {
        using var consumer = await CreateAsync($$"""
            using System.Diagnostics.CodeAnalysis;

            [assembly: SuppressMessage("x", "ECTX1004", Scope = "member", Target = "~F:Counter.gone")]
            Console.WriteLine(Counter.Next());

            internal static class Counter
            {
            #pragma warning disable ECTX1004
                {{field}}
            #pragma warning restore ECTX1004

                [SuppressMessage("x", "ECTX1004")]
                private const int None = 1;

                public static int Next() => None;
            }
            """);
        consumer.Write(".editorconfig", "root = true\n[*.cs]\ndotnet_diagnostic.IDE0079.severity = error\n");

        var built = await consumer.BuildAsync("-p:ExplicitContextLevel=enforce", "-p:EnforceCodeStyleInBuild=true");

        built.Succeeded();
        Assert.DoesNotContain("IDE0079", built.Output);
    }

    /// <summary>The direct reads that the last build found, and what it found wrong with the configuration; who calls and passes is for other tests.</summary>
    private static IEnumerable<Finding> ReadsIn(ConsumerProject consumer) =>
        Finding.FromSarif(consumer.Read("build.sarif")).Where(finding => finding.Rule is "ECTX1001" or "ECTX1002" || finding.Rule.StartsWith("ECTX0", StringComparison.Ordinal));

    private async Task<ConsumerProject> CreateAsync(string program)
    {
        var consumer = new ConsumerProject(toolkit.Feed, "ExplicitContext");
        consumer.Write("Program.cs", program);
        (await consumer.DotnetAsync("restore")).Succeeded();
        return consumer;
    }
}
