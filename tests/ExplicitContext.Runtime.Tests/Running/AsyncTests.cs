namespace ExplicitContext.Runtime.Tests;

/// <summary>RUN: runs that are cancelled, that await, and that cost nothing.</summary>
public sealed class AsyncTests : IDisposable
{
    private readonly RuntimeState runtime = RuntimeState.Initialize();
    private readonly InterpreterState interp;

    public AsyncTests() => interp = runtime.CreateInterpreter();

    public void Dispose() => runtime.Dispose();

    [Fact]
    public void RUN_29_ATaskIsNoResultThatCrosses()
    {
        var error = Harness.ThrowsAtOnce<NotShareableException>(() => interp.Call(static async tstate =>
        {
            await Task.Yield();
            return tstate.Interp.Id.Value;
        }));

        Assert.Equal("result", error.Path);
    }

    [Fact]
    public void RUN_29_AnAsyncAction_HoldsTheLockNoLongerThanItsFirstAwait_AndIsOutsideAfterIt()
    {
        using var probe = new AwaitProbe();
        interp.Run(
            static async (tstate, probe) =>
            {
                probe.Before = tstate.IsAttached;
                await probe.Suspended.Task.ConfigureAwait(false);
                probe.Error = Record.Exception(() => tstate.AllowThreads());
                probe.Current = ThreadState.TryGetCurrent(out _);
                probe.Done.Set();
            },
            probe);
        Assert.True(probe.Before);
        Assert.Null(interp.AttachedThread);
        Assert.False(interp.IsRunning);

        Task.Run(() => probe.Suspended.SetResult());
        probe.Done.Await("the rest of the async action");
        Assert.IsType<NotAttachedException>(probe.Error);
        Assert.False(probe.Current);
    }

    [Fact]
    public void RUN_30_ARunWhoseTokenIsCancelled_EndsAtItsNextCheck()
    {
        using var cancellation = new CancellationTokenSource();
        using var meeting = new Meeting();
        var runner = Harness.Background.Start(() =>
        {
            var error = Assert.Throws<OperationCanceledException>(() => interp.Run(
                static (tstate, meeting) =>
                {
                    tstate.CheckBreaker();
                    meeting.Stay();
                    tstate.CheckBreaker();
                    throw new FormatException("The check did not end the run.");
                },
                meeting,
                cancellation.Token));
            Assert.Equal(cancellation.Token, error.CancellationToken);
        });
        meeting.AwaitInside();
        cancellation.Cancel();
        meeting.GoOn();
        runner.Join();

        interp.Run(static tstate => tstate.CheckBreaker());
    }

    [Fact]
    public async Task RUN_30_ARunThatLoops_IsEndedByItsToken_AlsoInAThread_AndAlsoWhileItWaitsForTheLock()
    {
        using var cancellation = new CancellationTokenSource();
        var task = interp.RunAsync(static tstate =>
        {
            while (true) tstate.CheckBreaker();
        }, cancellation.Token);
        Harness.Until(() => interp.AttachedThread is not null, "the run to begin");
        cancellation.Cancel();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => task.WaitAsync(Harness.Patience));

        using var second = new CancellationTokenSource();
        interp.Enter(_ =>
        {
            var waiting = Harness.Background.Start(() => Assert.Throws<OperationCanceledException>(() => interp.Run(static _ => { }, second.Token)));
            Harness.Until(() => interp.Gate.WaiterCount == 1, "the run to wait for the lock");
            second.Cancel();
            waiting.Join();
            Assert.Equal(0, interp.Gate.WaiterCount);
        });
        Assert.False(interp.IsRunning);
    }

    [Fact]
    public void RUN_30_ATokenThatIsCancelledBefore_LetsNothingRun()
    {
        var cancelled = new CancellationToken(canceled: true);

        Assert.Throws<OperationCanceledException>(() => interp.Run(static tstate => tstate.Interp.Variables.Set(tstate, "ran", true), cancelled));
        Assert.True(interp.RunAsync(static tstate => tstate.Interp.Variables.Set(tstate, "ran", true), cancelled).IsCanceled);
        Assert.False(interp.TryGetVariable<bool>("ran", out _));
    }

    [Fact]
    public void RUN_31_ARepeatedCall_UsesTheSameThreadState_AndAllocatesNothing()
    {
        Func<ThreadState, long> id = static tstate => tstate.Id;
        Func<ThreadState, int, int> next = static (_, n) => n + 1;
        var first = interp.Call(id);
        var sum = interp.Call(next, 1);
        for (var i = 0; i < 100; i++) sum = interp.Call(next, sum);

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 1000; i++)
        {
            sum = interp.Call(next, sum);
            if (interp.Call(id) != first) sum = int.MinValue;
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
        Assert.Equal(1102, sum);
        Assert.Single(interp.ThreadStates);
    }

    private sealed class AwaitProbe : ICrossesByReference, IDisposable
    {
        public TaskCompletionSource Suspended { get; } = new();

        public ManualResetEventSlim Done { get; } = new();

        public bool Before { get; set; }

        public bool Current { get; set; }

        public Exception? Error { get; set; }

        public void Dispose() => Done.Dispose();
    }
}
