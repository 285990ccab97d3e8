namespace ExplicitContext.Runtime.Tests;

/// <summary>FIN: what closing does to the threads of others, which are inside or come late.</summary>
public sealed class ForeignThreadsAtCloseTests : IDisposable
{
    private readonly RuntimeState runtime = RuntimeState.Initialize();
    private readonly InterpreterState interp;

    public ForeignThreadsAtCloseTests() => interp = runtime.CreateInterpreter();

    public void Dispose() => runtime.Dispose();

    [Fact]
    public void FIN_14_ARunThatChecksTheBreaker_IsEndedByClosing_AndItsFinallyBlocksRun()
    {
        using var inside = new ManualResetEventSlim();
        var unwound = false;
        var runner = Harness.Background.Start(() =>
        {
            Assert.ThrowsAny<InterpreterFinalizingException>(() => interp.Enter(tstate =>
            {
                try
                {
                    inside.Set();
                    while (true) tstate.CheckBreaker();
                }
                finally
                {
                    unwound = true;
                    Assert.ThrowsAny<InterpreterFinalizingException>(tstate.CheckBreaker);
                    Assert.ThrowsAny<InterpreterFinalizingException>(() => tstate.AllowThreads());
                }
            }));
            Assert.False(ThreadState.TryGetCurrent(out _));
            Assert.Equal(1, runtime.Main.Enter(_ => 1));
        });
        inside.Await("the run");

        Assert.True(interp.Close());
        runner.Join();

        Assert.True(unwound);
    }

    [Fact]
    public void FIN_15_16_AThreadThatAttachesDuringOrAfterFinalization_IsRefused()
    {
        interp.Enter(tstate => tstate.Interp.AtExit(closing =>
        {
            Harness.InParallel(() => Assert.Throws<InterpreterFinalizingException>(() => interp.Enter(_ => { })));
            using (closing.AllowThreads())
                Harness.InParallel(() => Assert.Throws<InterpreterFinalizingException>(() => interp.Enter(_ => { })), EnterLate);
            Assert.Same(closing, ThreadState.Current);
        }));
        interp.Close();

        Harness.InParallel(() => Assert.Throws<InterpreterClosedException>(() => interp.Enter(_ => { })), EnterLate);
    }

    [Fact]
    public void FIN_17_AThreadThatIsDetachedAtFinalization_FailsToReturn_InsteadOfHanging()
    {
        using var detached = new ManualResetEventSlim();
        using var closed = new ManualResetEventSlim();
        var runner = Harness.Background.Start(() =>
        {
            Assert.Throws<InterpreterClosedException>(() => interp.Enter(tstate =>
            {
                using (tstate.AllowThreads())
                {
                    detached.Set();
                    closed.Await("the interpreter to be closed");
                }
            }));
            Assert.False(ThreadState.TryGetCurrent(out _));
        });
        detached.Await("the thread to let others in");

        Assert.True(interp.Close());
        closed.Set();
        runner.Join();
    }

    [Fact]
    public void FIN_15_18_AllWhoWaitForTheLock_AreTurnedAway_NoneStaysParked()
    {
        using var inside = new ManualResetEventSlim();
        using var goOn = new ManualResetEventSlim();
        var holder = Harness.Background.Start(() => interp.Enter(_ =>
        {
            inside.Set();
            goOn.Await("leave to go");
        }));
        inside.Await("the holder");
        var closer = Harness.Background.Start(() => Assert.True(interp.Close()));
        Harness.Until(() => interp.Gate.WaiterCount == 1, "the closing thread to wait");
        var late = Enumerable.Range(0, 8).Select(_ => Harness.Background.Start(EnterLate)).ToList();
        Harness.Until(() => interp.Gate.WaiterCount == 9, "8 threads to wait behind it");

        goOn.Set();
        holder.Join();
        closer.Join();
        late.ForEach(thread => thread.Join());
        Assert.Equal(0, interp.Gate.WaiterCount);
    }

    [Fact]
    public void FIN_19_AThreadThatHoldsAUserLock_ReleasesItByUnwinding_AndTheClosingThreadGetsIt()
    {
        var userLock = new object();
        using var inside = new ManualResetEventSlim();
        interp.Enter(tstate => tstate.Interp.AtExit(_ =>
        {
            Assert.True(Monitor.TryEnter(userLock, Harness.Patience));
            Monitor.Exit(userLock);
        }));
        var runner = Harness.Background.Start(() => Assert.ThrowsAny<InterpreterFinalizingException>(() => interp.Enter(tstate =>
        {
            lock (userLock)
            {
                inside.Set();
                while (true) tstate.CheckBreaker();
            }
        })));
        inside.Await("the thread that holds the user's lock");

        Assert.True(interp.Close());
        runner.Join();
    }

    [Fact]
    public void FIN_AClosingThreadThatIsInterrupted_LeavesTheClosingToTheNext()
    {
        interp.Enter(tstate =>
        {
            Thread thread = null!;
            var closer = Harness.Background.Start(() =>
            {
                thread = Thread.CurrentThread;
                Assert.Throws<ThreadInterruptedException>(() => interp.Close());
            });
            Harness.Until(() => interp.Gate.WaiterCount == 1, "the closing thread to wait");
            thread.Interrupt();
            closer.Join();

            Assert.Equal(InterpreterPhase.Closing, interp.Phase);
            tstate.CheckBreaker();
        });
        Assert.Throws<InterpreterFinalizingException>(() => interp.Enter(_ => { }));
        Assert.True(interp.Close());
    }

    /// <summary>Asks for the lock as a thread does that looked at the phase just before the closing began.</summary>
    private void EnterLate() =>
        Assert.ThrowsAny<InterpreterFinalizingException>(() => new ThreadState(interp, Thread.CurrentThread, -1).Enter(null, Deadline.Never, default));
}
