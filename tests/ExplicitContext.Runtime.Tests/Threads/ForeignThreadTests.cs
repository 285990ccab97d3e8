using System.Runtime.CompilerServices;

namespace ExplicitContext.Runtime.Tests;

/// <summary>TST: threads that no interpreter has started, their views and guards.</summary>
public sealed class ForeignThreadTests : IDisposable
{
    private readonly RuntimeState runtime = RuntimeState.Initialize();
    private readonly InterpreterState interp;

    public ForeignThreadTests() => interp = runtime.CreateInterpreter();

    public void Dispose() => runtime.Dispose();

    [Fact]
    public void TST_08_AForeignThreadThatAttachesThroughAViewOfASub_RunsInThatSub_NotInMain()
    {
        var view = interp.View;
        Harness.InParallel(() =>
        {
            Assert.True(view.TryAttach(out var scope, out var tstate));
            using (scope)
            {
                Assert.Same(interp, tstate.Interp);
                Assert.Same(interp, InterpreterState.Current);
                Assert.Null(scope.Previous);
            }

            Assert.False(ThreadState.TryGetCurrent(out ThreadState? _));
        });
        Assert.Empty(runtime.Main.ThreadStates);
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
            var home = tstate.Interp.View;
            return () =>
            {
                Assert.True(home.TryAttach(out var scope, out var inHome));
                using (scope) return inHome.Interp == InterpreterState.Current ? inHome.Interp : throw new InvalidOperationException();
            };
        });

        await Task.Run(() => b.Enter(tstate =>
        {
            Assert.Same(a, callback());
            Assert.Same(tstate, ThreadState.Current);
        }));
    }

    [Fact]
    public void TST_11_AReleaseTooMany_IsAnError()
    {
        var scope = interp.Attach(out _);
        scope.Dispose();
        try
        {
            scope.Dispose();
            Assert.Fail("The scope ended twice.");
        }
        catch (AttachmentException error)
        {
            Assert.Contains("end once each", error.Message);
        }

        Harness.InParallel(() => interp.Enter(_ => { }));
    }

    [Fact]
    public void TST_11_AnAttachThatWasNeverReleased_IsListedAtClose()
    {
        Harness.InParallel(() => LeaveReleased(interp));
        var leaked = Assert.Single(interp.ThreadStates);

        var result = interp.Close(new CloseOptions());

        Assert.Equal(CloseOutcome.Closed, result.Outcome);
        Assert.Contains(leaked.ToString(), Assert.IsType<AttachmentException>(Assert.Single(result.Errors)).Message);

        [MethodImpl(MethodImplOptions.NoInlining)]
        static void LeaveReleased(InterpreterState interp)
        {
            interp.Attach(out var tstate);
            tstate.AllowThreads();
        }
    }

    [Fact]
    public void TST_12_MakingModuleState_OnAThreadThatCameFromAnotherInterpreter_DoesNotDeadlock()
    {
        var made = 0;
        var slot = new InterpreterSlot<object>(interp =>
        {
            Interlocked.Increment(ref made);
            _ = interp.Runtime.Interpreters;
            interp.Runtime.CreateInterpreter();
            return new object();
        });
        var other = runtime.CreateInterpreter();
        Harness.InParallel([.. Enumerable.Range(0, 4).Select<int, Action>(number => () =>
        {
            var (from, to) = number % 2 == 0 ? (interp, other) : (other, interp);
            for (var i = 0; i < 50; i++) from.Enter(_ => to.Enter(tstate => tstate.Interp.GetState(slot)));
        })]);

        Assert.Equal(2, made);
    }

    [Fact]
    public void TST_14_AViewOfAFinalizingOrClosedInterpreter_RefusesAtOnce()
    {
        var view = interp.View;
        interp.Enter(tstate => tstate.Interp.AtExit(_ => Harness.InParallel(AssertRefused)));
        interp.Close();
        AssertRefused();

        void AssertRefused()
        {
            Assert.False(view.TryAttach(out var scope, out var tstate));
            Assert.Null(tstate);
            scope.Dispose();
            Assert.False(view.TryGuard(out var guard));
            Assert.Null(guard);
        }
    }

    [Fact]
    public void TST_15_AGuardKeepsAnInterpreterFromFinalizing_AndThreadsMayAttachThroughItMeanwhile()
    {
        var guard = interp.Guard("an upload");
        Exception? late = null;
        interp.Enter(tstate => tstate.Interp.AtExit(closing => late = Record.Exception(() => closing.Interp.Guard())));
        var closer = Harness.Background.Start(() => Assert.True(interp.Close()));
        Harness.Until(() => interp.Phase == InterpreterPhase.Closing, "the closing to begin");

        Assert.Throws<InterpreterFinalizingException>(() => interp.Guard());
        Assert.Throws<InterpreterFinalizingException>(() => interp.Enter(_ => { }));
        using (guard.Attach(out var tstate)) Assert.Same(interp, tstate.Interp);
        Assert.Equal(InterpreterPhase.Closing, interp.Phase);
        guard.Release();
        closer.Join();

        Assert.Equal(InterpreterPhase.Closed, interp.Phase);
        Assert.IsType<InterpreterFinalizingException>(late);
        Assert.Throws<ObjectDisposedException>(() => guard.Attach(out _));
        Assert.Throws<InterpreterClosedException>(() => interp.Guard());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void TST_16_TwoGuards_MayGoInAnyOrder_AndOneThatGoesTwiceIsAnError(bool oldestFirst)
    {
        var guards = new[] { interp.Guard("one"), interp.Guard("two") };
        var first = guards[oldestFirst ? 0 : 1];
        var last = guards[oldestFirst ? 1 : 0];
        first.Release();
        Assert.Throws<ObjectDisposedException>(first.Release);
        first.Dispose();
        var blocked = interp.Close(new CloseOptions { Timeout = TimeSpan.Zero });
        Assert.Equal(CloseOutcome.Blocked, blocked.Outcome);
        Assert.Equal($"guard '{(oldestFirst ? "two" : "one")}'", Assert.Single(blocked.Blockers).ToString());

        last.Release();
        Assert.Equal(CloseOutcome.Closed, interp.Close(new CloseOptions()).Outcome);
        Assert.Throws<ObjectDisposedException>(last.Release);
    }

    [Fact]
    public void TST_17_AViewThatOutlivesItsInterpreterAndItsRuntime_IsHarmless()
    {
        InterpreterView view;
        using (var ended = RuntimeState.Initialize()) view = ended.CreateInterpreter().View;

        Assert.Equal(1, view.Id.Value);
        Assert.False(view.TryAttach(out _, out _));
        Assert.False(view.TryGuard(out _));
        Assert.Equal(view, view);
        Assert.Throws<InvalidOperationException>(() => default(InterpreterView).TryGuard(out _));
    }

    [Fact]
    public void TST_19_InterpreterStateTouchedByAThreadThatHasLetOthersIn_IsAnError() =>
        interp.Enter(tstate =>
        {
            var slot = new InterpreterSlot<object>(_ => new object());
            using (tstate.AllowThreads())
            {
                Action[] touches =
                [
                    () => interp.GetState(slot),
                    () => interp.GetThreadState(),
                    () => interp.AtExit(_ => { }),
                    () => interp.Variables.Set(tstate, "name", 1),
                    () => interp.Variables.TryGet(tstate, "name", out _),
                    () => tstate.AllowThreads(),
                    () => tstate.StopTheWorld(),
                    () => _ = ThreadState.Current,
                ];
                Assert.All(touches, touch => Assert.Throws<NotAttachedException>(touch));
            }

            interp.GetState(slot);
        });

    [Fact]
    public async Task TST_22_AsyncLocalsOfTheCaller_DoNotFlowIn_NorThoseOfTheCalleeOut()
    {
        var other = runtime.CreateInterpreter();
        Flow.Local.Value = "outside";
        interp.Run(static _ =>
        {
            Assert.Null(Flow.Local.Value);
            Flow.Local.Value = "inside";
        });
        Assert.Equal("outside", Flow.Local.Value);
        Assert.Equal("inside", interp.Call(static _ => Flow.Local.Value));
        Assert.Null(other.Call(static _ => Flow.Local.Value));
        Assert.Null(await interp.CallAsync(static _ => Flow.Local.Value));
        Assert.Throws<ExecutionFailedException>(() => other.Run(static _ =>
        {
            Flow.Local.Value = "failed";
            throw new FormatException();
        }));
        Assert.Equal("outside", Flow.Local.Value);

        string? inThread = "unset";
        Assert.True(other.StartThread(_ => inThread = Flow.Local.Value).Join(Harness.Patience));
        Assert.Null(inThread);
    }

    private static class Flow
    {
        public static readonly AsyncLocal<string?> Local = new();
    }
}
