namespace ExplicitContext.Runtime.Tests;

/// <summary>What threads do with the lock of one interpreter, or with those of all.</summary>
internal static class LockRaces
{
    /// <summary>Three threads that enter, are asked to give way, and leave.</summary>
    public static Race EnterAndExit(RuntimeState runtime)
    {
        var interp = runtime.CreateInterpreter();
        var oracle = new InsideOracle(interp);
        return new Race(Visit, Visit, Visit) { AreAlike = true, WhenIdle = oracle.WhenIdle, Check = () => oracle.AssertOpen(6) };

        void Visit() => interp.Enter(tstate =>
        {
            oracle.Work(tstate);
            tstate.CheckBreaker();
            oracle.Work(tstate);
        });
    }

    /// <summary>Three threads that give way and let others in, again and again.</summary>
    public static Race GiveWayAndAllowThreads(RuntimeState runtime)
    {
        var interp = runtime.CreateInterpreter();
        var oracle = new InsideOracle(interp);
        return new Race(Visit, Visit, Visit) { AreAlike = true, WhenIdle = oracle.WhenIdle, Check = () => oracle.AssertOpen(18) };

        void Visit()
        {
            for (var round = 0; round < 2; round++)
            {
                interp.Enter(tstate =>
                {
                    oracle.Work(tstate);
                    tstate.CheckBreaker();
                    oracle.Work(tstate);
                    using (tstate.AllowThreads()) runtime.Seam!.Point("outside");
                    tstate.CheckBreaker();
                    oracle.Work(tstate);
                });
            }
        }
    }

    /// <summary>Two threads that wait for a short and for a longer time, and perhaps give up at the instant at which the lock is given to them.</summary>
    public static Race GiveUpInTime(RuntimeState runtime)
    {
        var interp = runtime.CreateInterpreter();
        var oracle = new InsideOracle(interp);
        var entered = 0;
        return new Race(Stay, () => Try(TimeSpan.FromMilliseconds(2)), () => Try(TimeSpan.FromMilliseconds(7)), Stay)
        {
            WhenIdle = oracle.WhenIdle,
            Check = () => oracle.AssertOpen(4 + entered),
        };

        void Stay() => interp.Enter(tstate =>
        {
            oracle.Work(tstate);
            tstate.CheckBreaker();
            oracle.Work(tstate);
        });

        void Try(TimeSpan timeout)
        {
            var isIn = interp.TryAttach(timeout, out var scope, out var tstate);
            using (scope)
            {
                Assert.Equal(isIn, ThreadState.TryGetCurrent(out var current));
                Assert.Same(tstate?.Interp, current?.Interp);
                if (!isIn) return;
                oracle.Work(tstate!);
                entered++;
            }
        }
    }

    /// <summary>A thread whose waiting is cancelled, perhaps at the instant at which the lock is given to it.</summary>
    public static Race GiveUpWhenCancelled(RuntimeState runtime)
    {
        var interp = runtime.CreateInterpreter();
        var oracle = new InsideOracle(interp);
        var cancellation = new CancellationTokenSource();
        var entered = 0;
        return new Race(Stay, Try, Try, Cancel) { WhenIdle = oracle.WhenIdle, Check = () => oracle.AssertOpen(2 + entered) };

        void Stay() => interp.Enter(tstate =>
        {
            oracle.Work(tstate);
            tstate.CheckBreaker();
            oracle.Work(tstate);
        });

        void Cancel()
        {
            runtime.Seam!.Point("cancel");
            cancellation.Cancel();
        }

        void Try()
        {
            try
            {
                interp.TryAttach(Timeout.InfiniteTimeSpan, out var scope, out var tstate, cancellation.Token);
                using (scope) oracle.Work(tstate!);
                entered++;
            }
            catch (OperationCanceledException error)
            {
                Assert.Equal(cancellation.Token, error.CancellationToken);
                Assert.False(ThreadState.TryGetCurrent(out _));
            }
        }
    }

    /// <summary>Threads of two interpreters that share one lock, of which one is closed while they wait.</summary>
    public static Race ShareOneLock(RuntimeState runtime)
    {
        var shared = new InterpreterOptions { Lock = InterpreterLockKind.SharedWithMain };
        var stays = runtime.CreateInterpreter(shared);
        var closes = runtime.CreateInterpreter(shared);
        var oracle = new InsideOracle(stays, closes);
        var closed = false;
        return new Race(() => Visit(stays), () => Visit(stays), () => Visit(closes), () => closed = closes.Close(new CloseOptions()).Outcome == CloseOutcome.Closed)
        {
            WhenIdle = oracle.WhenIdle,
            Check = () =>
            {
                Assert.True(closed);
                Assert.InRange(oracle.Visits, 4, 6);
                oracle.AssertOpen(oracle.Visits);
            },
        };

        void Visit(InterpreterState interp)
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
            catch (InterpreterFinalizingException error) when (interp == closes)
            {
                Assert.Equal(closes.Id, error.Interpreter);
            }
        }
    }

    /// <summary>A thread that has stopped the others of its interpreter, while one waits to have its turn.</summary>
    public static Race StopOneInterpreter(RuntimeState runtime)
    {
        var interp = runtime.CreateInterpreter();
        var oracle = new InsideOracle(interp);
        return new Race(Stop, Visit, Visit) { WhenIdle = oracle.WhenIdle, Check = () => oracle.AssertOpen(6) };

        void Stop() => interp.Enter(tstate =>
        {
            using (tstate.StopTheWorld())
            {
                var visits = oracle.Visits;
                oracle.Work(tstate);
                tstate.CheckBreaker();
                oracle.Work(tstate);
                Assert.Equal(visits + 2, oracle.Visits);
            }

            tstate.CheckBreaker();
        });

        void Visit() => interp.Enter(tstate =>
        {
            oracle.Work(tstate);
            tstate.CheckBreaker();
            oracle.Work(tstate);
        });
    }

    /// <summary>Two threads that stop all interpreters, one of them from inside one, while others come and go.</summary>
    public static Race StopAllTwice(RuntimeState runtime)
    {
        var one = runtime.CreateInterpreter();
        var other = runtime.CreateInterpreter();
        var ones = new InsideOracle(one);
        var others = new InsideOracle(other);
        return new Race(Stop, () => one.Enter(_ => Stop()), () => Visit(one, ones), () => Visit(other, others))
        {
            WhenIdle = () => ones.WhenIdle() ?? others.WhenIdle(),
            Check = () =>
            {
                ones.AssertOpen(2);
                others.AssertOpen(2);
            },
        };

        void Stop()
        {
            using (runtime.StopTheWorld())
            {
                Assert.True(!ones.IsAnybodyInside && !others.IsAnybodyInside, "The world is stopped, but somebody runs.");
                var visits = (ones.Visits, others.Visits);
                runtime.Seam!.Point("stopped");
                Assert.Equal(visits, (ones.Visits, others.Visits));
            }
        }

        static void Visit(InterpreterState interp, InsideOracle oracle) => interp.Enter(tstate =>
        {
            oracle.Work(tstate);
            tstate.CheckBreaker();
            oracle.Work(tstate);
        });
    }

    /// <summary>Threads that go from one interpreter into another, crosswise.</summary>
    public static Race GoAcross(RuntimeState runtime)
    {
        var one = runtime.CreateInterpreter();
        var other = runtime.CreateInterpreter();
        var ones = new InsideOracle(one);
        var others = new InsideOracle(other);
        return new Race(() => Cross(one, ones, other, others), () => Cross(other, others, one, ones), () => one.Enter(ones.Work))
        {
            WhenIdle = () => ones.WhenIdle() ?? others.WhenIdle(),
            Check = () =>
            {
                ones.AssertOpen(4);
                others.AssertOpen(3);
            },
        };

        static void Cross(InterpreterState outer, InsideOracle outers, InterpreterState inner, InsideOracle inners) => outer.Enter(tstate =>
        {
            outers.Work(tstate);
            inner.Enter(inners.Work);
            tstate.CheckBreaker();
            outers.Work(tstate);
        });
    }
}
