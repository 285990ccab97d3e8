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
    public void TST_03_AttachingASecondInterpreter_SwapsTheFirstOneOut()
    {
        var sub = runtime.CreateInterpreter();
        using (runtime.Main.Attach(out var outer))
        {
            using (sub.Attach(out var inner))
            {
                Assert.Same(inner, ThreadState.Current);
                Assert.Throws<NotAttachedException>(() => outer.AllowThreads());
                Harness.InParallel(() => runtime.Main.Enter(_ => { }));
            }

            Assert.Same(outer, ThreadState.Current);
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
    public void TST_09_AForeignThreadNestedInAThenB_IsInAAgainAfterB()
    {
        var a = runtime.CreateInterpreter();
        var b = runtime.CreateInterpreter();
        Harness.InParallel(() =>
        {
            using (a.Attach(out var inA))
            {
                using (b.Attach(out var inB)) Assert.Same(inB, ThreadState.Current);
                Assert.Same(inA, ThreadState.Current);
            }
        });
    }

    [Fact]
    public async Task TST_10_ACallbackRegisteredInA_FiredOnAPoolThreadInB_RunsInA_AndBIsRestored()
    {
        var a = runtime.CreateInterpreter();
        var b = runtime.CreateInterpreter();
        var callback = a.Enter<Func<InterpreterState>>(tstate =>
        {
            var home = tstate.Interp;
            return () => home.Enter(_ => InterpreterState.Current);
        });

        await Task.Run(() => b.Enter(tstate =>
        {
            Assert.Same(a, callback());
            Assert.Same(tstate, ThreadState.Current);
        }));
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
    }

    [Fact]
    public void TST_18_ScopesAreRefStructs_SoTheyCannotBeStoredOrLiveAcrossAwait()
    {
        Assert.True(typeof(AttachScope).IsByRefLike);
        Assert.True(typeof(AllowThreadsScope).IsByRefLike);
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
    public void TST_StatesOfThreadsThatHaveEnded_AreNotKeptForEver()
    {
        var table = new ThreadStateTable(runtime.Main);
        for (var i = 0; i < 200; i++) Harness.InParallel(() => Assert.Same(table.OfThisThread, table.OfThisThread));

        Assert.InRange(table.Count, 1, 32);
    }
}
