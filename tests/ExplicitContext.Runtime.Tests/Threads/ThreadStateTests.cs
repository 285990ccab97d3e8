namespace ExplicitContext.Runtime.Tests;

/// <summary>TST: thread states, attaching and releasing.</summary>
public sealed class ThreadStateTests : IDisposable
{
    private readonly RuntimeState runtime = RuntimeState.Initialize();

    public void Dispose() => runtime.Dispose();

    [Fact]
    public void TST_01_AThreadStartsDetached_AndAttachBindsTheStateToIt()
    {
        Assert.False(ThreadState.TryGetCurrent(out _));
        Assert.Contains("is in no interpreter", Assert.Throws<NotAttachedException>(() => ThreadState.Current).Message);

        using (runtime.Main.Attach(out var tstate))
        {
            Assert.Same(tstate, ThreadState.Current);
            Assert.Same(Thread.CurrentThread, tstate.Thread);
        }

        Assert.False(ThreadState.TryGetCurrent(out _));
    }

    [Fact]
    public void TST_02_AStateUsedByASecondThread_IsAnError() =>
        runtime.Main.Enter(tstate => Harness.InParallel(() =>
        {
            var error = Assert.Throws<NotAttachedException>(() => tstate.AllowThreads());
            Assert.Contains("good for its own thread", error.Message);
            Assert.Throws<NotAttachedException>(() => tstate.Interp.AtExit(_ => { }));
        }));

    [Fact]
    public void TST_03_AttachingASecondInterpreter_IsTheSwap_AndTellsTheOldState_WhichCannotBeUsedMeanwhile()
    {
        var sub = runtime.CreateInterpreter();
        using (runtime.Main.Attach(out var outer))
        {
            using (var swap = sub.Attach(out var inner))
            {
                Assert.Same(outer, swap.Previous);
                Assert.Same(inner, ThreadState.Current);
                Assert.Throws<NotAttachedException>(() => outer.AllowThreads());
                Assert.Throws<NotAttachedException>(() => outer.Interp.Variables.Set(outer, "name", 1));
                Harness.InParallel(() => runtime.Main.Enter(_ => { }));
            }

            Assert.Same(outer, ThreadState.Current);
        }
    }

    [Fact]
    public void TST_04_WhoLetsOthersInAndComesBack_FindsAllAsItWas()
    {
        var local = new AsyncLocal<string?>();
        runtime.Main.Enter(tstate =>
        {
            local.Value = "set inside";
            var error = new FormatException();
            using (tstate.EnterRecursiveCall())
            {
                tstate.SetAsyncException(error);
                using (tstate.AllowThreads()) Harness.InParallel(() => runtime.Main.Enter(other => other.CheckBreaker()));

                Assert.Same(tstate, ThreadState.Current);
                Assert.Equal("set inside", local.Value);
                Assert.Same(error, Assert.Throws<FormatException>(tstate.CheckBreaker));
            }

            Assert.Throws<RecursionLimitException>(() => Recurse(tstate, tstate.Interp.Options.RecursionLimit + 1));
            Recurse(tstate, tstate.Interp.Options.RecursionLimit);
        });

        static void Recurse(ThreadState tstate, int calls)
        {
            if (calls == 0) return;
            using (tstate.EnterRecursiveCall()) Recurse(tstate, calls - 1);
        }
    }

    [Fact]
    public void TST_05_NestedScopes_AreRestoredInOrder() =>
        runtime.Main.Enter(tstate =>
        {
            using (tstate.AllowThreads())
            {
                Assert.False(ThreadState.TryGetCurrent(out _));
                using (runtime.Main.Attach(out var again))
                {
                    Assert.Same(tstate, again);
                    using (again.AllowThreads()) Assert.False(ThreadState.TryGetCurrent(out _));
                    Assert.Same(tstate, ThreadState.Current);
                }

                Assert.False(ThreadState.TryGetCurrent(out _));
            }

            Assert.Same(tstate, ThreadState.Current);
        });

    [Fact]
    public void TST_05_ScopesEndedOutOfOrderOrTwice_AreErrors_AndNothingIsLost()
    {
        var sub = runtime.CreateInterpreter();
        var outer = runtime.Main.Attach(out var main);
        var inner = sub.Attach(out var tstate);
        try
        {
            outer.Dispose();
            Assert.Fail("The outer scope ended before the inner one.");
        }
        catch (AttachmentException error)
        {
            Assert.Contains("out of order", error.Message);
        }

        var released = tstate.AllowThreads();
        try
        {
            inner.Dispose();
            Assert.Fail("The attach scope ended within the time that other threads were allowed in.");
        }
        catch (AttachmentException)
        {
            released.Dispose();
        }

        try
        {
            released.Dispose();
            Assert.Fail("The scope ended twice.");
        }
        catch (AttachmentException)
        {
            inner.Dispose();
        }

        Assert.Same(main, ThreadState.Current);
        outer.Dispose();
        Harness.InParallel(() => runtime.Main.Enter(_ => { }), () => sub.Enter(_ => { }));
    }

    [Fact]
    public void TST_06_InterpAndRuntimeAreRight_InEveryInterpreter()
    {
        foreach (var interp in new[] { runtime.Main, runtime.CreateInterpreter(), runtime.CreateInterpreter() })
        {
            interp.Enter(tstate =>
            {
                Assert.Same(interp, tstate.Interp);
                Assert.Same(runtime, tstate.Interp.Runtime);
            });
        }
    }

    [Fact]
    public void TST_07_WhatAThreadHasInOneState_IsNotInItsStateInAnotherInterpreter()
    {
        var sub = runtime.CreateInterpreter(new InterpreterOptions { RecursionLimit = 1 });
        runtime.Main.Enter(main =>
        {
            using var call = main.EnterRecursiveCall();
            main.SetAsyncException(new FormatException());
            sub.Enter(tstate =>
            {
                Assert.NotSame(main, tstate);
                tstate.CheckBreaker();
                using (tstate.EnterRecursiveCall()) Assert.Throws<RecursionLimitException>(() => tstate.EnterRecursiveCall());
            });
            Assert.Throws<FormatException>(main.CheckBreaker);
        });
    }

    [Fact]
    public void TST_13_AStateUsedAfterItsInterpreterIsClosed_IsAnError()
    {
        var sub = runtime.CreateInterpreter();
        var stale = sub.Enter(tstate => tstate);
        sub.Close();

        Assert.Throws<NotAttachedException>(() => stale.AllowThreads());
        Assert.Throws<NotAttachedException>(() => stale.Interp.AtExit(_ => { }));
        Assert.Throws<InterpreterClosedException>(() => stale.Interp.Attach(out _));
        Assert.Throws<NotAttachedException>(() => stale.StopTheWorld());
        Assert.Throws<NotAttachedException>(() => stale.Interp.Variables.Set(stale, "name", 1));
        Assert.False(stale.IsAttached);
        Assert.False(stale.IsInside);

        runtime.CreateInterpreter().Enter(tstate =>
        {
            Assert.Throws<NotAttachedException>(() => stale.AllowThreads());
            Assert.Same(tstate, ThreadState.Current);
        });
    }

    [Fact]
    public void TST_20_IdsAreUniqueWithinTheInterpreter_AndAThreadKeepsItsState()
    {
        var seen = new List<long>();
        for (var i = 0; i < 3; i++)
        {
            Harness.InParallel(() =>
            {
                var first = runtime.Main.Enter(tstate => tstate);
                Assert.Same(first, runtime.Main.Enter(tstate => tstate));
                seen.Add(first.Id);
            });
        }

        Assert.Equal(3, seen.Distinct().Count());
    }

    [Fact]
    public void TST_20_StatesAreCountedAndListed_AndTheirIdsMayRepeatInAnotherInterpreter()
    {
        var sub = runtime.CreateInterpreter();
        using var meeting = new Meeting();
        var inside = Harness.Background.Start(() => sub.Enter(tstate =>
        {
            using (tstate.AllowThreads()) meeting.Stay();
        }));
        meeting.AwaitInside();

        sub.Enter(tstate =>
        {
            Assert.Equal(2, sub.ThreadCount);
            Assert.Equal([1, 2], sub.ThreadStates.Select(each => each.Id));
            Assert.Same(tstate, sub.ThreadStates[1]);
            Assert.Same(tstate, sub.AttachedThread);
        });
        Assert.Equal(1, sub.ThreadCount);
        meeting.GoOn();
        inside.Join();
        Assert.Equal(0, sub.ThreadCount);
        Assert.Equal(1, runtime.Main.Enter(tstate => tstate.Id));
    }

    [Fact]
    public void TST_21_AStateThatWasNeverAttached_GoesWhenTheInterpreterCloses()
    {
        var sub = runtime.CreateInterpreter();
        sub.Enter(_ => Harness.InParallel(() => Assert.False(sub.TryAttach(TimeSpan.Zero, out AttachScope _, out ThreadState? _))));
        var never = Assert.Single(sub.ThreadStates, tstate => tstate.Thread != Thread.CurrentThread);
        Assert.False(never.IsInside);

        Assert.Equal(CloseOutcome.Closed, sub.Close(new CloseOptions()).Outcome);
        Assert.Empty(sub.ThreadStates);
    }

    [Fact]
    public void TST_StatesOfThreadsThatHaveEnded_AreNotKeptForEver()
    {
        var table = new ThreadStateTable(runtime.Main);
        for (var i = 0; i < 200; i++) Harness.InParallel(() => Assert.Same(table.OfThisThread, table.OfThisThread));

        Assert.InRange(table.Count, 1, 32);
    }
}
