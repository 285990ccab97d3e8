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

        var threads = new[] { left, right }.Select(interp => new Thread(() => interp.Run(Meet))).ToList();
        threads.ForEach(thread => thread.Start());
        threads.ForEach(thread => thread.Join());

        void Meet(ThreadState tstate)
        {
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

        Assert.Equal(["True met", "True met"], run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
    }
}
