namespace ExplicitContext.Runtime.Tests;

/// <summary>FIN: who closes, during what, and where the threads that came from there find themselves.</summary>
public sealed class ClosingCallersTests : IDisposable
{
    private readonly RuntimeState runtime = RuntimeState.Initialize();
    private readonly InterpreterState interp;

    public ClosingCallersTests() => interp = runtime.CreateInterpreter();

    public void Dispose() => runtime.Dispose();

    [Fact]
    public void FIN_08_ClosingDuringARun_IsRefused_AndTheInterpreterIsUnharmed()
    {
        using var meeting = new Meeting();
        var runner = Harness.Background.Start(() => Assert.Equal(7, interp.Call(
            static (tstate, meeting) =>
            {
                meeting.Stay();
                tstate.CheckBreaker();
                return 7;
            },
            meeting)));
        meeting.AwaitInside();

        Assert.Throws<InterpreterAlreadyRunningException>(() => interp.Close());
        Assert.Throws<InterpreterAlreadyRunningException>(() => interp.Close(new CloseOptions()));
        Assert.Throws<InterpreterAlreadyRunningException>(interp.Dispose);
        Assert.Equal(InterpreterPhase.Ready, interp.Phase);
        Assert.False(interp.ClosingToken.IsCancellationRequested);
        meeting.GoOn();
        runner.Join();

        Assert.Equal(1, interp.Call(static _ => 1));
        Assert.True(interp.Close());
    }

    [Fact]
    public async Task FIN_08_ClosingThatIsToStopTheRun_EndsIt_OnTheCallersThreadAndOnItsOwn()
    {
        using var meeting = new Meeting();
        var runner = Harness.Background.Start(() => Assert.ThrowsAny<InterpreterFinalizingException>(() => interp.Run(Loop, meeting)));
        meeting.AwaitInside();
        Assert.Equal(CloseOutcome.Closed, interp.Close(new CloseOptions { StopRunning = true }).Outcome);
        runner.Join();

        var other = runtime.CreateInterpreter();
        using var second = new Meeting();
        var task = other.RunAsync(static tstate =>
        {
            while (true) tstate.CheckBreaker();
        });
        Harness.Until(() => other.AttachedThread is not null, "the run to begin");
        Assert.Equal(CloseOutcome.Closed, other.Close(new CloseOptions { StopRunning = true }).Outcome);
        await Assert.ThrowsAnyAsync<InterpreterFinalizingException>(() => task.WaitAsync(Harness.Patience));

        static void Loop(ThreadState tstate, Meeting meeting)
        {
            meeting.Tell();
            while (true) tstate.CheckBreaker();
        }
    }

    [Fact]
    public void FIN_17_AThreadWhoseCallersInterpreterIsClosedMeanwhile_LearnsItOnReturn_AndUnwindsToTheNext()
    {
        var inner = runtime.CreateInterpreter();
        runtime.Main.Enter(main =>
        {
            Assert.Throws<InterpreterClosedException>(() => interp.Enter(_ =>
                inner.Enter(_ => Harness.InParallel(() => Assert.True(interp.Close())))));
            Assert.Same(main, ThreadState.Current);
        });
        Harness.InParallel(() => inner.Enter(_ => { }));
    }

    [Fact]
    public void FIN_17_AnExceptionOnItsWayOut_IsNotReplacedByTheLossOfTheCallersInterpreter()
    {
        var inner = runtime.CreateInterpreter();
        interp.Enter(tstate =>
        {
            var error = Assert.Throws<ExecutionFailedException>(() => inner.Run(
                static (_, interp) =>
                {
                    Harness.InParallel(() => Assert.True(interp.Close()));
                    throw new FormatException();
                },
                interp));
            Assert.Equal(typeof(FormatException).FullName, error.Info.TypeName);
            Assert.Throws<InterpreterClosedException>(tstate.CheckBreaker);
            Assert.Throws<InterpreterClosedException>(() => tstate.AllowThreads());
        });
        Harness.InParallel(() => inner.Enter(_ => { }));
    }

    [Fact]
    public void FIN_17_AThreadThatIsRefused_KeepsTheInterpreterThatItCameFrom()
    {
        var inner = runtime.CreateInterpreter();
        using var finalizing = new ManualResetEventSlim();
        using var tried = new ManualResetEventSlim();
        interp.Enter(tstate => tstate.Interp.AtExit(_ =>
        {
            finalizing.Set();
            tried.Await("the thread inside to try to return");
        }));
        ThreadState? afterwards = null;
        Assert.ThrowsAny<InterpreterFinalizingException>(() => interp.Enter(_ => inner.Enter(tstate =>
        {
            var closer = Harness.Background.Start(() => Assert.True(interp.Close()));
            finalizing.Await("the exit function");
            Assert.Throws<InterpreterFinalizingException>(() => interp.Enter(_ => { }));
            ThreadState.TryGetCurrent(out afterwards);
            tried.Set();
            closer.Join();
        })));
        Assert.Same(inner, afterwards?.Interp);
        Assert.False(ThreadState.TryGetCurrent(out _));
    }

    [Fact]
    public void FIN_17_22_TwoInterpretersThatCloseEachOthersCaller_BothClose_AndTheLossIsCarriedOut()
    {
        var other = runtime.CreateInterpreter();
        other.Enter(tstate => tstate.Interp.AtExit(_ =>
        {
            Harness.InParallel(() => Assert.True(interp.Close()));
            throw new FormatException("exit");
        }));

        Assert.Throws<FormatException>(() => interp.Enter(_ =>
        {
            var error = Assert.Throws<InterpreterCloseFailedException>(() => other.Close());
            Assert.IsType<FormatException>(error.Errors[0]);
            Assert.Equal(interp.Id, Assert.IsType<InterpreterClosedException>(error.Errors[1]).Interpreter);
            Assert.False(ThreadState.TryGetCurrent(out ThreadState? _));
            throw error.Errors[0];
        }));
        Assert.Equal([runtime.Main], runtime.Interpreters);
    }

    [Fact]
    public void FIN_22_OpeningInAnInterpreter_WhileTheRuntimeThatOwnsItEnds_DoesNotDeadlock()
    {
        var group = RuntimeState.Initialize();
        var member = group.CreateInterpreter();
        Exception? opened = null;
        using var meeting = new Meeting();
        member.StartThread(tstate =>
        {
            using (tstate.AllowThreads()) meeting.Stay();
            opened = Record.Exception(() => tstate.Interp.Runtime.CreateInterpreter());
        });
        meeting.AwaitInside();
        member.ClosingToken.Register(meeting.GoOn);
        group.Dispose();

        Assert.IsType<RuntimeFinalizedException>(opened);
        Assert.Equal(RuntimePhase.Finalized, group.Phase);
    }

    [Fact]
    public void FIN_23_AThreadThatWasNeverInside_CanCloseTheInterpreter()
    {
        interp.Run(static tstate => tstate.Interp.AtExit(static _ => { }));
        Harness.InParallel(() =>
        {
            Assert.DoesNotContain(interp.ThreadStates, tstate => tstate.Thread == Thread.CurrentThread);
            Assert.Equal(CloseOutcome.Closed, interp.Close(new CloseOptions()).Outcome);
        });
        Assert.Equal(InterpreterPhase.Closed, interp.Phase);
    }
}
