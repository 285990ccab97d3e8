using System.Text.RegularExpressions;
using ExplicitContext.Consumers;

namespace Package.Tests;

[Collection(PackageCollection.Name)]
public sealed class RuntimeConsumerTests(PackedToolkit toolkit)
{
    /// <summary>Each interpreter waits, attached, for the other: that ends only if both run at once.</summary>
    private const string TwoInterpretersThatMeet = """
        using ExplicitContext.Runtime;

        using var runtime = RuntimeState.Initialize();
        using var meeting = new Barrier(2);
        using var left = runtime.CreateInterpreter();
        using var right = runtime.CreateInterpreter();

        var threads = new[] { left, right }.Select(interp => new Thread(() => Enter(interp))).ToList();
        threads.ForEach(thread => thread.Start());
        threads.ForEach(thread => thread.Join());

        void Enter(InterpreterState interp)
        {
            using var scope = interp.Attach(out var tstate);
            if (!meeting.SignalAndWait(TimeSpan.FromSeconds(30)))
                throw new TimeoutException("The interpreters did not run in parallel.");
            Console.WriteLine($"{tstate.Interp.Id != runtime.Main.Id} met");
        }
        """;

    [Fact]
    public async Task TwoInterpreters_RunInParallel()
    {
        using var consumer = new ConsumerProject(toolkit.Feed, "ExplicitContext.Runtime");
        consumer.Write("Program.cs", TwoInterpretersThatMeet);

        var run = (await consumer.DotnetAsync("run")).Succeeded();

        Assert.Equal(["True met", "True met"], Lines(run.Output));
    }

    [Theory]
    [InlineData("docs/guides/interpreters.md")]
    public async Task TheProgramOfAGuide_PrintsWhatTheGuideSays(string guide)
    {
        var page = File.ReadAllText(Path.Combine(Repository.Root, guide));
        using var consumer = new ConsumerProject(toolkit.Feed, "ExplicitContext.Runtime");
        consumer.Write("Program.cs", Blocks(page, "csharp"));

        var run = (await consumer.DotnetAsync("run")).Succeeded();

        Assert.Equal(Lines(Blocks(page, "output")), Lines(run.Output));
    }

    private static string Blocks(string page, string language) =>
        string.Concat(Regex.Matches(page, $"^```{language}\n(.*?)^```", RegexOptions.Singleline | RegexOptions.Multiline).Select(block => block.Groups[1].Value));

    private static string[] Lines(string text) => text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
