namespace ExplicitContext.Runtime.Tests;

/// <summary>What threads ask of each other, and of an interpreter, while it is entered, left and closed.</summary>
internal static class RequestRaces
{
    /// <summary>Calls that are left for an interpreter while a thread comes and goes: the last one to look finds them all.</summary>
    public static Race AddPendingCalls(RuntimeState runtime)
    {
        var interp = runtime.CreateInterpreter();
        var oracle = new InsideOracle(interp);
        var (added, ran) = (0, 0);
        return new Race(Add, Visit, Add, Visit)
        {
            WhenIdle = oracle.WhenIdle,
            Check = () =>
            {
                Assert.Equal(4, added);
                interp.Enter(tstate =>
                {
                    Assert.Equal(ran < added, tstate.IsBreakerSet);
                    tstate.CheckBreaker();
                });
                Assert.Equal(added, ran);
                oracle.AssertOpen(oracle.Visits);
            },
        };

        void Add()
        {
            for (var i = 0; i < 2; i++)
            {
                if (interp.AddPendingCall(_ => ran++)) added++;
            }
        }

        void Visit() => interp.Enter(tstate =>
        {
            oracle.Work(tstate);
            tstate.CheckBreaker();
            using (tstate.AllowThreads()) runtime.Seam!.Point("outside");
            oracle.Work(tstate);
            tstate.CheckBreaker();
        });
    }

    /// <summary>A thread that is inside all the time learns of a call that is left for it at its next check.</summary>
    public static Race TellTheHolder(RuntimeState runtime)
    {
        var interp = runtime.CreateInterpreter();
        var oracle = new InsideOracle(interp);
        var (isAdded, ran) = (false, false);
        return new Race(Add, Stay, Stay) { WhenIdle = oracle.WhenIdle, Check = () => Assert.True(interp.Close()) };

        void Add()
        {
            Assert.True(interp.AddPendingCall(_ => ran = true));
            isAdded = true;
        }

        void Stay() => interp.Enter(tstate =>
        {
            oracle.Work(tstate);
            var mustRun = isAdded;
            tstate.CheckBreaker();
            Assert.True(ran || !mustRun, "A call that was left before the check did not run in it.");
        });
    }

    /// <summary>Calls that are left while the interpreter closes: what was accepted runs, once.</summary>
    public static Race AddPendingCallsAndClose(RuntimeState runtime)
    {
        var interp = runtime.CreateInterpreter();
        var tally = new CloseTally(interp);
        var (added, ran) = (0, 0);
        return new Race(Add, tally.Close, Add)
        {
            Check = () =>
            {
                Assert.Equal(added, ran);
                tally.AssertClosedOnce();
            },
        };

        void Add()
        {
            try
            {
                for (var i = 0; i < 2; i++)
                {
                    if (interp.AddPendingCall(_ => ran++)) added++;
                }
            }
            catch (InterpreterFinalizingException error)
            {
                Assert.Equal(interp.Id, error.Interpreter);
            }
        }
    }

    /// <summary>A close while a call that was left lets others in: the calls behind it run too.</summary>
    public static Race StayInAPendingCallAndClose(RuntimeState runtime)
    {
        var interp = runtime.CreateInterpreter();
        var tally = new CloseTally(interp);
        var ran = 0;
        interp.AddPendingCall(tstate =>
        {
            ran++;
            using (tstate.AllowThreads()) runtime.Seam!.Point("outside");
        });
        interp.AddPendingCall(_ => ran++);
        return new Race(Visit, tally.Close)
        {
            Check = () =>
            {
                Assert.Equal(2, ran);
                tally.AssertClosedOnce();
            },
        };

        void Visit()
        {
            try
            {
                interp.Enter(tstate => tstate.CheckBreaker());
            }
            catch (InterpreterFinalizingException error)
            {
                Assert.Equal(interp.Id, error.Interpreter);
            }
        }
    }

    /// <summary>An exception that is set while a thread comes and goes is thrown once, or taken back.</summary>
    public static Race SetAsyncException(RuntimeState runtime)
    {
        var interp = runtime.CreateInterpreter();
        ThreadState? target = null;
        var (set, thrown) = (false, 0);
        return new Race(Stay, Set)
        {
            Check = () =>
            {
                Assert.InRange(thrown, 0, set ? 1 : 0);
                Assert.True(interp.Close());
            },
        };

        void Stay() => interp.Enter(tstate =>
        {
            target = tstate;
            Check(tstate);
            runtime.Seam!.Point("inside");
            Check(tstate);
            using (tstate.AllowThreads()) runtime.Seam.Point("outside");
            Check(tstate);
            var mustThrow = set;
            Check(tstate);
            Assert.True(thrown == 1 || !mustThrow, "An exception that was set before the check was not thrown.");
            target = null;
        });

        void Check(ThreadState tstate)
        {
            try
            {
                tstate.CheckBreaker();
            }
            catch (FormatException)
            {
                thrown++;
            }
        }

        void Set()
        {
            runtime.Seam!.Point("set");
            if (target is null) return;
            target.SetAsyncException(new FormatException());
            set = true;
        }
    }

    /// <summary>Who asks for the closing token, early or late, gets one that is cancelled.</summary>
    public static Race AskForTheClosingToken(RuntimeState runtime)
    {
        var interp = runtime.CreateInterpreter();
        var tally = new CloseTally(interp);
        var tokens = new List<CancellationToken>();
        return new Race(Ask, tally.Close, Ask)
        {
            Check = () =>
            {
                tally.AssertClosedOnce();
                Assert.Equal(2, tokens.Count);
                Assert.All(tokens, token => Assert.True(token.IsCancellationRequested));
            },
        };

        void Ask()
        {
            runtime.Seam!.Point("ask");
            var token = interp.ClosingToken;
            tokens.Add(token);
        }
    }

    /// <summary>What associates itself with an interpreter while that closes is told of it, or refused.</summary>
    public static Race AssociateAndClose(RuntimeState runtime)
    {
        var interp = runtime.CreateInterpreter();
        var tally = new CloseTally(interp);
        var associates = new[] { new Associate(), new Associate() };
        return new Race(() => Try(associates[0]), tally.Close, () => Try(associates[1]))
        {
            Check = () =>
            {
                tally.AssertClosedOnce();
                foreach (var associate in associates.Where(associate => associate.IsAccepted))
                {
                    Assert.Equal(1, associate.Finalizing);
                    Assert.Equal(1, associate.Closed);
                }
            },
        };

        void Try(Associate associate)
        {
            try
            {
                runtime.Seam!.Point("associate.try");
                interp.Associate(associate);
                associate.IsAccepted = true;
            }
            catch (InterpreterFinalizingException error)
            {
                Assert.Equal(interp.Id, error.Interpreter);
            }
        }
    }

    /// <summary>A runtime that is disposed of while interpreters are created in it, and one of them is closed.</summary>
    public static Race CreateAndDispose(RuntimeState runtime)
    {
        var patient = new InterpreterOptions { CloseTimeout = Timeout.InfiniteTimeSpan };
        var own = RuntimeState.Initialize(new RuntimeOptions { Seam = runtime.Seam, Clock = runtime.Clock, MainInterpreter = patient });
        var created = new List<InterpreterState>();
        return new Race(Create, () => own.Dispose(), CreateAndClose)
        {
            Check = () =>
            {
                Assert.Equal(RuntimePhase.Finalized, own.Phase);
                Assert.All([.. created, own.Main], interp => Assert.Equal(InterpreterPhase.Closed, interp.Phase));
                Assert.Empty(own.Interpreters);
            },
        };

        void Create()
        {
            try
            {
                created.Add(own.CreateInterpreter(patient));
                created.Add(own.CreateInterpreter(patient));
            }
            catch (RuntimeFinalizedException)
            {
                Assert.True(own.Phase >= RuntimePhase.Finalizing);
            }
        }

        void CreateAndClose()
        {
            Create();
            foreach (var interp in created.ToList()) interp.Close(new CloseOptions());
        }
    }

    private sealed class Associate : IAssociated
    {
        public bool IsAccepted { get; set; }

        public int Finalizing { get; private set; }

        public int Closed { get; private set; }

        public void OnFinalizing(InterpreterState interp)
        {
            Assert.Equal(0, Closed);
            Finalizing++;
        }

        public void OnClosed(InterpreterState interp) => Closed++;
    }
}
