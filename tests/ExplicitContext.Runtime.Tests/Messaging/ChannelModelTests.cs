namespace ExplicitContext.Runtime.Tests;

/// <summary>CHN-23: the channel does what the model does, whatever is done to it in whatever order.</summary>
public sealed class ChannelModelTests : IDisposable
{
    private readonly RuntimeState runtime = RuntimeState.Initialize();
    private readonly InterpreterState[] interps;

    public ChannelModelTests() => interps = [runtime.CreateInterpreter(), runtime.CreateInterpreter(), runtime.CreateInterpreter()];

    public void Dispose() => runtime.Dispose();

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void CHN_23_EveryTwoSteps_DoWhatTheModelDoes(int pending)
    {
        var steps = ChannelStep.All("use", "close", "force-close", "release");
        foreach (var first in steps)
        {
            foreach (var second in steps) Compare(pending, [first, second]);
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void CHN_23_EveryThreeSteps_DoWhatTheModelDoes(int pending)
    {
        var steps = ChannelStep.All("use", "close", "force-close");
        foreach (var first in steps)
        {
            foreach (var second in steps)
            {
                foreach (var third in steps) Compare(pending, [first, second, third]);
            }
        }
    }

    private void Compare(int pending, ChannelStep[] steps)
    {
        var model = new ChannelModel();
        var (send, receive) = runtime.CreateChannel<int>();
        for (var i = 0; i < pending; i++) Same(new ChannelStep("use", "send", 0), i);
        for (var i = 0; i < steps.Length; i++) Same(steps[i], pending + i);
        send.Destroy();

        void Same(ChannelStep step, int value)
        {
            var expected = $"{model.Do(step, value)}: {model.Show()}";
            var actual = $"{Do(send, receive, step, value)}: {Show(send, receive)}";
            if (expected != actual) Assert.Fail($"With {pending} pending, in {string.Join(", ", steps)}: {step} should be\n{expected}\nbut is\n{actual}");
        }
    }

    private string Do(SendEnd<int> send, ReceiveEnd<int> receive, ChannelStep step, int value)
    {
        using var scope = interps[step.Who].Attach(out var tstate);
        return step is { What: "use", Ends: "both" }
            ? $"{ChannelDriver.Do(tstate, send, receive, step with { Ends = "send" }, value)}, {ChannelDriver.Do(tstate, send, receive, step with { Ends = "receive" }, value)}"
            : ChannelDriver.Do(tstate, send, receive, step, value);
    }

    private string Show(SendEnd<int> send, ReceiveEnd<int> receive) =>
        $"send {Users(send)}, receive {Users(receive)}, {send.Count} items, {(runtime.Channels.Contains(send.Id) ? "listed" : "not listed")}";

    private string Users(ChannelEnd end) => end.IsClosed ? "closed" : $"[{string.Join(' ', end.Interpreters.Select(interp => Array.IndexOf(interps, interp)))}]";
}
