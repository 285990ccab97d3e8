namespace ExplicitContext.Runtime.Tests;

/// <summary>What happens to an interpreter while somebody closes it.</summary>
internal static class ClosingRaces
{
    private static readonly InterpreterSlot<StrongBoxOfInt> Runs = new(_ => new StrongBoxOfInt());

    /// <summary>Two runs and a close: one run at a time, and none beside a close.</summary>
    public static Race RunAndClose(RuntimeState runtime, bool stopRunning)
    {
        var interp = runtime.CreateInterpreter();
        var tally = new CloseTally(interp);
        var ran = 0;
        return new Race(Run, Run, () => tally.Close(new CloseOptions { StopRunning = stopRunning }))
        {
            Check = () =>
            {
                Assert.True(tally.Refused == 0 || (!stopRunning && tally.Closed == 0));
                Assert.True(tally.Closed == 1 || ran > 0, "Nobody has won.");
                tally.AssertClosedOnce();
                Assert.False(interp.Phase != InterpreterPhase.Closed);
            },
        };

        void Run()
        {
            try
            {
                Assert.Equal(1, interp.Call(Alone));
                ran++;
            }
            catch (InterpreterAlreadyRunningException error)
            {
                Assert.Equal(interp.Id, error.Interpreter);
            }
            catch (InterpreterFinalizingException error)
            {
                Assert.Equal(interp.Id, error.Interpreter);
            }
        }

        static int Alone(ThreadState tstate)
        {
            var runs = tstate.Interp.GetState(Runs);
            Assert.Equal(1, ++runs.Value);
            tstate.Interp.Seam!.Point("inside");
            tstate.CheckBreaker();
            return runs.Value--;
        }
    }

    /// <summary>Three closes.</summary>
    public static Race CloseAndClose(RuntimeState runtime)
    {
        var interp = runtime.CreateInterpreter();
        var tally = new CloseTally(interp);
        return new Race(tally.Close, tally.Close, tally.Close)
        {
            AreAlike = true,
            Check = () =>
            {
                Assert.Equal(1, tally.Closed);
                tally.AssertClosedOnce();
            },
        };
    }

    /// <summary>A close, and others that look at the interpreter, or use it.</summary>
    public static Race LookAndClose(RuntimeState runtime)
    {
        var interp = runtime.CreateInterpreter();
        var tally = new CloseTally(interp);
        return new Race(tally.Close, () => Try(Look), () => Try(Use)) { Check = tally.AssertClosedOnce };

        void Look()
        {
            var listed = runtime.Interpreters.Contains(interp);
            runtime.Seam!.Point("look");
            var running = interp.IsRunning;
            Assert.True(listed || interp.Phase == InterpreterPhase.Closed, "It is open, but it is not listed.");
            Assert.False(running && interp.Phase >= InterpreterPhase.Closing);
            _ = interp.ThreadCount + interp.ThreadStates.Count;
            Assert.Same(interp, runtime.GetInterpreter(interp.Id));
        }

        void Use()
        {
            interp.Prepare("answer", 42);
            Assert.True(interp.TryGetVariable<int>("answer", out var answer));
            Assert.Equal(42, answer);
        }

        static void Try(Action action)
        {
            try
            {
                action();
            }
            catch (Exception error) when (error is InterpreterFinalizingException or InterpreterNotFoundException or InterpreterAlreadyRunningException)
            {
            }
        }
    }

    /// <summary>A close, and threads that come in, by the interpreter and by a view, and let others in meanwhile.</summary>
    public static Race AttachAndClose(RuntimeState runtime)
    {
        var interp = runtime.CreateInterpreter();
        var oracle = new InsideOracle(interp);
        var tally = new CloseTally(interp);
        var unwound = 0;
        return new Race(Stay, tally.Close, View)
        {
            WhenIdle = oracle.WhenIdle,
            Check = () =>
            {
                Assert.Equal(1, tally.Closed);
                Assert.Equal(1, unwound);
                tally.AssertClosedOnce();
                oracle.AssertClosed();
            },
        };

        void Stay()
        {
            try
            {
                interp.Enter(tstate =>
                {
                    oracle.Work(tstate);
                    using (tstate.AllowThreads()) runtime.Seam!.Point("outside");
                    oracle.Work(tstate);
                    tstate.CheckBreaker();
                    oracle.Work(tstate);
                });
            }
            catch (InterpreterFinalizingException error)
            {
                Assert.Equal(interp.Id, error.Interpreter);
                Assert.True(interp.Phase != InterpreterPhase.Ready);
            }
            finally
            {
                Assert.False(ThreadState.TryGetCurrent(out _));
                unwound++;
            }
        }

        void View()
        {
            if (!interp.View.TryAttach(out var scope, out var tstate)) return;
            using (scope) oracle.Work(tstate);
        }
    }

    /// <summary>A close that gives up, one that does not, one that is cancelled, and a thread that stays for long.</summary>
    public static Race GiveUpClosing(RuntimeState runtime)
    {
        var interp = runtime.CreateInterpreter();
        var oracle = new InsideOracle(interp);
        var tally = new CloseTally(interp);
        return new Race(
            Stay,
            () => tally.Close(new CloseOptions { Timeout = TimeSpan.FromMilliseconds(3) }),
            () => tally.Close(new CloseOptions { Timeout = TimeSpan.FromMilliseconds(8) }))
        {
            WhenIdle = oracle.WhenIdle,
            Check = () =>
            {
                Assert.InRange(tally.Closed + tally.Blocked, 1, 2);
                tally.AssertClosedOnce();
                oracle.AssertClosed();
            },
        };

        void Stay()
        {
            try
            {
                interp.Enter(tstate =>
                {
                    oracle.Work(tstate);
                    tstate.CheckBreaker();
                    oracle.Work(tstate);
                });
            }
            catch (InterpreterFinalizingException)
            {
            }
        }
    }

    /// <summary>A guard that lets its thread in as long as it is held, a close that waits for it, and another guard that comes perhaps too late.</summary>
    public static Race GuardAndClose(RuntimeState runtime)
    {
        var interp = runtime.CreateInterpreter();
        var oracle = new InsideOracle(interp);
        var tally = new CloseTally(interp);
        return new Race(Guard, tally.Close, Guard)
        {
            WhenIdle = oracle.WhenIdle,
            Check = () =>
            {
                Assert.Equal(1, tally.Closed);
                tally.AssertClosedOnce();
                oracle.AssertClosed();
            },
        };

        void Guard()
        {
            if (!interp.TryGuard(out var guard)) return;
            using (guard)
            {
                Assert.True(interp.Phase < InterpreterPhase.Finalizing, "It finalizes in spite of a guard.");
                using (guard.Attach(out var tstate))
                {
                    oracle.Work(tstate);
                    using (tstate.AllowThreads()) runtime.Seam!.Point("outside");
                    oracle.Work(tstate);
                }

                Assert.True(interp.Phase < InterpreterPhase.Finalizing, "It finalizes in spite of a guard.");
            }
        }
    }

    /// <summary>A close, and threads that are started: who is started runs, and is waited for.</summary>
    public static Race StartThreadAndClose(RuntimeState runtime)
    {
        var interp = runtime.CreateInterpreter(new InterpreterOptions { AllowDaemonThreads = true });
        var oracle = new InsideOracle(interp);
        var tally = new CloseTally(interp);
        var started = 0;
        return new Race(Start, tally.Close)
        {
            WhenIdle = oracle.WhenIdle,
            Check = () =>
            {
                Assert.Equal(1, tally.Closed);
                Assert.Equal(started, oracle.Visits);
                tally.AssertClosedOnce();
            },
        };

        void Start()
        {
            try
            {
                var thread = interp.StartThread(oracle.Work);
                started++;
                Assert.True(thread.Join(Timeout.InfiniteTimeSpan));
                Assert.Null(thread.Error);
            }
            catch (InterpreterFinalizingException error)
            {
                Assert.Equal(interp.Id, error.Interpreter);
            }
        }
    }

    /// <summary>A close, and a daemon: it gets in, or learns that it cannot, and ends in either case.</summary>
    public static Race StartDaemonAndClose(RuntimeState runtime)
    {
        var interp = runtime.CreateInterpreter(new InterpreterOptions { AllowDaemonThreads = true });
        var oracle = new InsideOracle(interp);
        var tally = new CloseTally(interp);
        return new Race(Start, tally.Close)
        {
            WhenIdle = oracle.WhenIdle,
            Check = () =>
            {
                Assert.Equal(1, tally.Closed);
                tally.AssertClosedOnce();
                oracle.AssertClosed();
            },
        };

        void Start()
        {
            try
            {
                var thread = interp.StartThread(
                    tstate =>
                    {
                        oracle.Work(tstate);
                        using (tstate.AllowThreads()) runtime.Seam!.Point("outside");
                        oracle.Work(tstate);
                    },
                    new InterpreterThreadOptions { IsDaemon = true });
                Assert.True(thread.Join(Timeout.InfiniteTimeSpan));
                Assert.True(thread.Error is null or InterpreterFinalizingException, thread.Error?.ToString());
            }
            catch (InterpreterFinalizingException error)
            {
                Assert.Equal(interp.Id, error.Interpreter);
            }
        }
    }

    /// <summary>A close, and threads that have come into the interpreter from another one, and go from it to another one.</summary>
    public static Race GoAcrossAndClose(RuntimeState runtime)
    {
        var closing = runtime.CreateInterpreter();
        var other = runtime.CreateInterpreter();
        var oracle = new InsideOracle(closing);
        var others = new InsideOracle(other);
        var tally = new CloseTally(closing);
        var unwound = 0;
        return new Race(() => Cross(closing, oracle, other, others), () => Cross(other, others, closing, oracle), () => other.Enter(_ => tally.Close()))
        {
            WhenIdle = () => oracle.WhenIdle() ?? others.WhenIdle(),
            Check = () =>
            {
                Assert.Equal(2, unwound);
                Assert.Equal(1, tally.Closed);
                tally.AssertClosedOnce();
                oracle.AssertClosed();
                others.AssertOpen(others.Visits);
            },
        };

        void Cross(InterpreterState outer, InsideOracle outers, InterpreterState inner, InsideOracle inners)
        {
            try
            {
                outer.Enter(tstate =>
                {
                    outers.Work(tstate);
                    inner.Enter(inners.Work);
                    outers.Work(tstate);
                });
            }
            catch (InterpreterFinalizingException error)
            {
                Assert.Equal(closing.Id, error.Interpreter);
            }

            Assert.False(ThreadState.TryGetCurrent(out _));
            unwound++;
        }
    }

    private sealed class StrongBoxOfInt
    {
        public int Value { get; set; }
    }
}
