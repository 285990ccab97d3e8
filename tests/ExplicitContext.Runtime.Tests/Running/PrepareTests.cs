namespace ExplicitContext.Runtime.Tests;

/// <summary>RUN: binding names before code runs.</summary>
public sealed class PrepareTests : IDisposable
{
    private readonly RuntimeState runtime = RuntimeState.Initialize();
    private readonly InterpreterState interp;

    public PrepareTests() => interp = runtime.CreateInterpreter();

    public void Dispose() => runtime.Dispose();

    [Fact]
    public void RUN_23_PreparingNothing_IsAnArgumentError()
    {
        Assert.Contains("nothing to prepare", Assert.Throws<ArgumentException>(() => interp.Prepare(new Dictionary<string, object?>())).Message);
        Assert.Throws<ArgumentNullException>(() => interp.Prepare(null!));
        Assert.False(interp.IsRunning);
    }

    [Fact]
    public void RUN_24_WhereOneOfSeveralValuesMustNotCross_NoneIsBound()
    {
        var values = new Dictionary<string, object?> { ["a"] = 1, ["b"] = new List<int>(), ["c"] = "text" };

        Assert.Equal("b", Assert.Throws<NotShareableException>(() => interp.Prepare(values)).Path);
        Assert.Empty(interp.Enter(tstate => tstate.Interp.Variables.Names(tstate)));
        Assert.False(interp.IsRunning);

        values["b"] = null;
        interp.Prepare(values);
        Assert.Equal(["a", "b", "c"], interp.Enter(tstate => tstate.Interp.Variables.Names(tstate)).Order());
    }

    [Fact]
    public void RUN_25_PreparingDuringARun_IsRefused_AndTheValueStays()
    {
        interp.Prepare("name", 1);
        using var meeting = new Meeting();
        var runner = Harness.Background.Start(() => interp.Run(static (_, meeting) => meeting.Stay(), meeting));
        meeting.AwaitInside();

        Assert.Contains("cannot be prepared", Assert.Throws<InterpreterAlreadyRunningException>(() => interp.Prepare("name", 2)).Message);
        meeting.GoOn();
        runner.Join();

        Assert.True(interp.TryGetVariable<int>("name", out var value));
        Assert.Equal(1, value);
    }

    [Fact]
    public void RUN_26_PreparingANameAgain_OverwritesIt_AndLeavesTheOthers()
    {
        interp.Prepare(new Dictionary<string, object?> { ["a"] = 1, ["b"] = "kept" });
        interp.Prepare("a", "new");

        Assert.True(interp.TryGetVariable<string>("a", out var a));
        Assert.True(interp.TryGetVariable<string>("b", out var b));
        Assert.Equal(("new", "kept"), (a, b));
        Assert.False(interp.TryGetVariable<int>("a", out _));
        Assert.False(interp.TryGetVariable<string>("c", out _));
    }

    [Fact]
    public void RUN_27_PrepareTakesWhatAQueueTakes_AndNothingElse()
    {
        using var queue = runtime.CreateQueue<object?>();
        using var buffer = SharedBuffer.Allocate(16);
        object?[] values =
        [
            null, true, 'x', 1, long.MaxValue, 1.5, 2.5m, "text", Guid.Empty, DateTime.UnixEpoch, (1, "a"), (1, new List<int>()), typeof(int), interp, interp.View,
            Shareable.Copy(new List<int> { 1 }), Shareable.Copy(new[] { 1 }), System.Collections.Immutable.ImmutableArray.Create(1), buffer, queue,
            (Func<int>)(static () => 1), new List<int>(), new Dictionary<string, int>(), new int[1], new object(), new Exception(), new MemoryStream(), this,
        ];
        Assert.All(values, value => Assert.Equal(
            Record.Exception(() => queue.Put(value))?.GetType(),
            Record.Exception(() => interp.Prepare("name", value))?.GetType()));
        Assert.InRange(queue.Count, 20, values.Length - 8);
    }
}
