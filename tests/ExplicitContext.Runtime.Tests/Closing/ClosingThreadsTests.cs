namespace ExplicitContext.Runtime.Tests;

/// <summary>FIN: the threads that an interpreter started, and those that closing waits for.</summary>
public sealed class ClosingThreadsTests : IDisposable
{
    private readonly RuntimeState runtime = RuntimeState.Initialize();
    private readonly InterpreterState interp;

    public ClosingThreadsTests() => interp = runtime.CreateInterpreter();

    public void Dispose() => runtime.Dispose();

    [Fact]
    public void FIN_01_ClosingWaitsForTheThreadsThatTheInterpreterStarted()
    {
        using var meeting = new Meeting();
        var done = false;
        var thread = interp.StartThread(tstate =>
        {
            using (tstate.AllowThreads()) meeting.Stay();
            done = true;
        });
        meeting.AwaitInside();
        var closer = Harness.Background.Start(() => Assert.True(interp.Close()));
        Harness.Until(() => interp.Phase == InterpreterPhase.Closing, "the closing to begin");
        Assert.True(thread.Thread.IsAlive);
        Assert.False(done);

        meeting.GoOn();
        closer.Join();
        Assert.True(done);
        Assert.Null(thread.Error);
    }

    [Fact]
    public void FIN_02_ThreadsThatTheClosingTokenTells_Finish_AndAreWaitedFor()
    {
        using var told = new ManualResetEventSlim();
        var finished = 0;
        interp.Enter(tstate => tstate.Interp.ClosingToken.Register(told.Set));
        for (var i = 0; i < 4; i++)
        {
            interp.StartThread(tstate =>
            {
                using (tstate.AllowThreads()) told.Await("the closing token");
                finished++;
            });
        }

        Assert.False(interp.ClosingToken.IsCancellationRequested);
        Assert.True(interp.Close());
        Assert.True(interp.ClosingToken.IsCancellationRequested);
        Assert.Equal(4, finished);
    }

    [Fact]
    public void FIN_01_ClosingWaitsForAForeignThreadInside_ThatDoesNotCheckItsBreaker()
    {
        using var inside = new ManualResetEventSlim();
        using var goOn = new ManualResetEventSlim();
        var done = false;
        var runner = Harness.Background.Start(() => interp.Enter(_ =>
        {
            inside.Set();
            goOn.Await("leave to finish the run");
            done = true;
        }));
        inside.Await("the run");
        var closer = Harness.Background.Start(() => Assert.True(interp.Close()));
        Harness.Until(() => interp.Gate.WaiterCount == 1, "the closing thread to wait");
        Assert.Equal(InterpreterPhase.Closing, interp.Phase);
        Assert.Throws<InterpreterFinalizingException>(() => interp.Enter(_ => { }));

        goOn.Set();
        closer.Join();
        runner.Join();
        Assert.True(done);
    }

    [Fact]
    public async Task FIN_12_AThreadThatNeverEnds_IsTheBlockerThatClosingNames_AndClosingAgainGoesOn()
    {
        var clock = new ManualClock();
        using var stacks = RuntimeState.Initialize(new RuntimeOptions { Clock = clock, CaptureStacks = true });
        var stuck = stacks.CreateInterpreter();
        using var meeting = new Meeting();
        stuck.StartThread(
            tstate =>
            {
                using (tstate.AllowThreads()) meeting.Stay();
            },
            new InterpreterThreadOptions { Name = "the endless" });
        var guard = stuck.Guard("the kept");
        meeting.AwaitInside();
        var closing = stuck.CloseAsync(TimeSpan.FromSeconds(2));
        Harness.Until(() => clock.Pending == 1, "the closing thread to wait");
        clock.Advance(TimeSpan.FromSeconds(2));
        var result = await closing.WaitAsync(Harness.Patience);

        Assert.Equal(CloseOutcome.Blocked, result.Outcome);
        Assert.Equal([CloseBlockerKind.Thread, CloseBlockerKind.Guard], result.Blockers.Select(blocker => blocker.Kind));
        Assert.StartsWith("'the endless'", result.Blockers[0].Name);
        Assert.All(result.Blockers, blocker => Assert.Contains(nameof(FIN_12_AThreadThatNeverEnds_IsTheBlockerThatClosingNames_AndClosingAgainGoesOn), blocker.ToString()));
        Assert.Equal(InterpreterPhase.Closing, stuck.Phase);
        Assert.Contains(stuck, stacks.Interpreters);
        Assert.Throws<InterpreterFinalizingException>(() => stuck.Run(static _ => { }));

        meeting.GoOn();
        guard.Release();
        Assert.Equal(CloseOutcome.Closed, (await stuck.CloseAsync(Timeout.InfiniteTimeSpan).WaitAsync(Harness.Patience)).Outcome);
    }

    [Fact]
    public async Task FIN_12_AForeignThreadThatNeverLeaves_IsNamedToo_AndATokenEndsTheWaiting()
    {
        using var cancellation = new CancellationTokenSource();
        using var meeting = new Meeting();
        var holder = Harness.Background.Start(() =>
        {
            Thread.CurrentThread.Name = "the deaf";
            interp.Enter(_ => meeting.Stay());
        });
        meeting.AwaitInside();
        Assert.Equal(CloseOutcome.Blocked, interp.Close(new CloseOptions { Timeout = TimeSpan.Zero }).Outcome);
        var closing = interp.CloseAsync(Timeout.InfiniteTimeSpan, cancellation.Token);
        Harness.Until(() => interp.Gate.WaiterCount == 1, "the closing thread to wait for the lock");
        cancellation.Cancel();
        var result = await closing.WaitAsync(Harness.Patience);

        var blocker = Assert.Single(result.Blockers);
        Assert.Equal(CloseBlockerKind.Holder, blocker.Kind);
        Assert.StartsWith("'the deaf'", blocker.Name);
        Assert.Equal(0, interp.Gate.WaiterCount);
        meeting.GoOn();
        holder.Join();
        Assert.True(interp.Close());
    }

    [Fact]
    public void FIN_13_OnceClosing_NoThreadIsStarted()
    {
        using var meeting = new Meeting();
        Exception? whileClosing = null;
        Exception? whileFinalizing = null;
        interp.StartThread(tstate =>
        {
            using (tstate.AllowThreads()) meeting.Stay();
            whileClosing = Record.Exception(() => tstate.Interp.StartThread(_ => { }));
        });
        interp.Enter(tstate => tstate.Interp.AtExit(closing => whileFinalizing = Record.Exception(() => closing.Interp.StartThread(_ => { }))));
        meeting.AwaitInside();
        interp.ClosingToken.Register(meeting.GoOn);

        Assert.True(interp.Close());

        Assert.IsType<InterpreterFinalizingException>(whileClosing);
        Assert.IsType<InterpreterFinalizingException>(whileFinalizing);
        Assert.Throws<InterpreterClosedException>(() => interp.StartThread(_ => { }));
        Harness.ThrowsAtOnce<InterpreterClosedException>(() => interp.RunAsync(static _ => { }));
    }

    [Fact]
    public void FIN_14_18_DaemonsAliveAtClose_LearnOfItAtTheirNextAttach_Unwind_AndEnd()
    {
        var daemonic = runtime.CreateInterpreter(new InterpreterOptions { AllowDaemonThreads = true });
        using var closed = new ManualResetEventSlim();
        using var inside = new CountdownEvent(2);
        var unwound = 0;
        Action<ThreadState> detached = tstate =>
        {
            using (tstate.AllowThreads())
            {
                inside.Signal();
                closed.Await("the interpreter to be closed");
            }
        };
        Action<ThreadState> looping = tstate =>
        {
            inside.Signal();
            while (true) tstate.CheckBreaker();
        };
        var daemons = new[] { detached, looping }.Select(body => daemonic.StartThread(
            tstate =>
            {
                try
                {
                    body(tstate);
                }
                finally
                {
                    Interlocked.Increment(ref unwound);
                }
            },
            new InterpreterThreadOptions { IsDaemon = true })).ToList();
        Assert.True(inside.Wait(Harness.Patience));

        var result = daemonic.Close(new CloseOptions());
        closed.Set();

        Assert.Equal(CloseOutcome.Closed, result.Outcome);
        Assert.Empty(result.Errors);
        Assert.All(daemons, daemon =>
        {
            Assert.True(daemon.Join(Harness.Patience));
            Assert.True(daemon.Thread.Join(Harness.Patience));
            Assert.Equal(daemonic.Id, Assert.IsAssignableFrom<InterpreterFinalizingException>(daemon.Error).Interpreter);
        });
        Assert.Equal(2, unwound);
    }

    [Fact]
    public void FIN_27_DaemonThreads_AreAllowedOnlyWhereTheOptionsSaySo_AtTheStartAndByTheSetter()
    {
        var daemon = new InterpreterThreadOptions { IsDaemon = true };
        Assert.Contains(nameof(InterpreterOptions.AllowDaemonThreads), Assert.ThrowsAny<InterpreterException>(() => interp.StartThread(_ => { }, daemon)).Message);
        var thread = interp.StartThread(_ => { });
        Assert.ThrowsAny<InterpreterException>(() => thread.IsDaemon = true);
        Assert.False(thread.IsDaemon);
        Assert.True(thread.Join(Harness.Patience));

        var daemonic = runtime.CreateInterpreter(new InterpreterOptions { AllowDaemonThreads = true });
        Assert.True(daemonic.StartThread(_ => { }, daemon).IsDaemon);
        using var meeting = new Meeting();
        var late = daemonic.StartThread(tstate =>
        {
            using (tstate.AllowThreads()) meeting.Stay();
        });
        meeting.AwaitInside();
        Assert.Equal(CloseOutcome.Blocked, daemonic.Close(new CloseOptions { Timeout = TimeSpan.Zero }).Outcome);
        late.IsDaemon = true;
        Assert.True(daemonic.Close());
        meeting.GoOn();
        Assert.True(late.Join(Harness.Patience));
    }
}
