namespace ExplicitContext.Runtime.Tests;

/// <summary>FIN: what closing does, and what it does to the threads inside.</summary>
public sealed class ClosingTests : IDisposable
{
    private readonly RuntimeState runtime = RuntimeState.Initialize();
    private readonly InterpreterState interp;

    public ClosingTests() => interp = runtime.CreateInterpreter();

    public void Dispose() => runtime.Dispose();

    [Fact]
    public void FIN_03_ExitFunctionsRunLastInFirstOut_ThenStateIsDisposedOf_NewestFirst()
    {
        var log = new List<string>();
        var first = new InterpreterSlot<Logged>(_ => new Logged(log, "state 1"));
        var second = new InterpreterSlot<Logged>(_ => new Logged(log, "state 2"));
        interp.Enter(tstate =>
        {
            tstate.Interp.AtExit(_ => log.Add("exit 1"));
            tstate.Interp.GetState(first);
            tstate.Interp.GetState(second);
            tstate.Interp.AtExit(_ => log.Add("exit 2"));
        });

        interp.Close();

        Assert.Equal(["exit 2", "exit 1", "state 2", "state 1"], log);
    }

    [Fact]
    public void FIN_04_25_WhatFails_DoesNotStopTheRest_AndIsReportedOnce()
    {
        var ran = new List<int>();
        var slot = new InterpreterSlot<Failing>(_ => new Failing());
        interp.Enter(tstate =>
        {
            tstate.Interp.AtExit(_ => ran.Add(1));
            tstate.Interp.AtExit(_ => throw new FormatException("two"));
            tstate.Interp.AtExit(_ => ran.Add(3));
            tstate.Interp.GetState(slot);
        });

        var error = Assert.Throws<InterpreterCloseFailedException>(() => interp.Close());

        Assert.Equal([3, 1], ran);
        Assert.Equal(["two", "disposal"], error.Errors.Select(each => each.Message));
        Assert.Contains("the first one: two", error.Message);
        Assert.Equal(InterpreterPhase.Closed, interp.Phase);
        Assert.False(interp.Close());
    }

    [Fact]
    public void FIN_05_AnExitFunctionCannotAddAnother()
    {
        Exception? error = null;
        interp.Enter(tstate => tstate.Interp.AtExit(closing => error = Record.Exception(() => closing.Interp.AtExit(_ => { }))));
        interp.Close();

        Assert.IsType<InterpreterFinalizingException>(error);
    }

    [Fact]
    public void FIN_06_28_ExitFunctionsRunInTheirInterpreter_WhichIsFinalizing()
    {
        (InterpreterState Current, InterpreterPhase Phase, bool Same)? seen = null;
        interp.Enter(tstate => tstate.Interp.AtExit(closing => seen = (InterpreterState.Current, closing.Interp.Phase, closing == ThreadState.Current)));
        runtime.Main.Enter(_ => interp.Close());

        Assert.Equal((interp, InterpreterPhase.Finalizing, true), seen);
    }

    [Fact]
    public void FIN_07_ClosingOne_DoesNotRunTheExitFunctionsOfAnother()
    {
        var ran = false;
        interp.Enter(tstate => tstate.Interp.AtExit(_ => ran = true));
        runtime.CreateInterpreter().Close();

        Assert.False(ran);
    }

    [Fact]
    public void FIN_08_ClosingWaitsForTheRunThatIsInside()
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
    public void FIN_22_TwoInterpretersThatCloseEachOthersCaller_BothClose_AndTheLossIsCarriedOut()
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

    [Fact]
    public void FIN_18_AllWaitersAreTurnedAway_NoneStaysParked()
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
    public void FIN_20_DisposalThatCallsBackIntoTheRuntime_DoesNotDeadlock()
    {
        var other = runtime.CreateInterpreter();
        var listed = 0;
        var slot = new InterpreterSlot<Callback>(_ => new Callback(() =>
        {
            Assert.True(other.Close());
            listed = runtime.Interpreters.Count;
        }));
        interp.Enter(tstate => tstate.Interp.GetState(slot));

        interp.Close();

        Assert.Equal(2, listed);
    }

    [Fact]
    public void FIN_21_ClosingAfterASwitch_ClosesTheRightOne()
    {
        var other = runtime.CreateInterpreter();
        runtime.Main.Enter(_ => other.Enter(_ => Assert.True(interp.Close())));

        Assert.Equal(InterpreterPhase.Closed, interp.Phase);
        Assert.Equal(InterpreterPhase.Ready, other.Phase);
    }

    [Fact]
    public void FIN_26_StateOfAClosedInterpreter_IsCollected()
    {
        var slot = new InterpreterSlot<object>(_ => new object());
        var state = MakeAndForget(interp, slot);
        interp.Close();

        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();
        Assert.False(state.IsAlive);

        [System.Runtime.CompilerServices.MethodImpl(System.Runtime.CompilerServices.MethodImplOptions.NoInlining)]
        static WeakReference MakeAndForget(InterpreterState interp, InterpreterSlot<object> slot) =>
            interp.Enter(tstate => new WeakReference(tstate.Interp.GetState(slot)));
    }

    /// <summary>Asks for the lock as a thread does that looked at the phase just before the closing began.</summary>
    private void EnterLate() =>
        Assert.ThrowsAny<InterpreterFinalizingException>(() => new ThreadState(interp, Thread.CurrentThread, -1).Enter(null, Deadline.Never, default));

    private sealed class Logged(List<string> log, string name) : IDisposable
    {
        public void Dispose() => log.Add(name);
    }

    private sealed class Failing : IDisposable
    {
        public void Dispose() => throw new InvalidOperationException("disposal");
    }

    private sealed class Callback(Action action) : IDisposable
    {
        public void Dispose() => action();
    }
}
