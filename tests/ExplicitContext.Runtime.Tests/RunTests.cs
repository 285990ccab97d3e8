namespace ExplicitContext.Runtime.Tests;

/// <summary>RUN and EXC: running code in an interpreter, and what comes out.</summary>
public sealed class RunTests : IDisposable
{
    private static readonly InterpreterSlot<Dictionary<string, int>> Names = new(_ => []);

    private readonly RuntimeState runtime = RuntimeState.Initialize();

    public void Dispose() => runtime.Dispose();

    [Fact]
    public void RUN_01_RunHasItsEffectInThatInterpreterOnly()
    {
        var sub = runtime.CreateInterpreter();
        sub.Run(tstate => tstate.Interp.GetState(Names)["x"] = 1);

        Assert.Equal(1, sub.Call(tstate => tstate.Interp.GetState(Names).Count));
        Assert.Equal(0, runtime.Main.Call(tstate => tstate.Interp.GetState(Names).Count));
    }

    [Fact]
    public void RUN_02_RunInAnotherThread_SeesTheSameState()
    {
        var sub = runtime.CreateInterpreter();
        Harness.InParallel(() => sub.Run(tstate => tstate.Interp.GetState(Names)["x"] = 1));

        Assert.Equal(1, sub.Call(tstate => tstate.Interp.GetState(Names)["x"]));
    }

    [Fact]
    public void RUN_04_NestedRuns_RestoreTheCurrentInterpreterAtEachReturn()
    {
        var a = runtime.CreateInterpreter();
        var b = runtime.CreateInterpreter();
        var seen = new List<long>();
        void See() => seen.Add(InterpreterState.Current.Id.Value);

        runtime.Main.Run(_ =>
        {
            See();
            a.Run(_ =>
            {
                See();
                b.Run(_ =>
                {
                    See();
                    a.Run(_ => See());
                    See();
                });
                See();
            });
            See();
        });

        Assert.Equal([0, 1, 2, 1, 2, 1, 0], seen);
        Assert.False(ThreadState.TryGetCurrent(out _));
    }

    [Fact]
    public void RUN_05_ARunIntoItself_IsReentrant_WithTheSameThreadState() =>
        runtime.Main.Run(outer =>
        {
            runtime.Main.Run(inner => Assert.Same(outer, inner));
            Assert.Same(outer, ThreadState.Current);
        });

    [Fact]
    public void RUN_06_StatePersistsBetweenRuns()
    {
        for (var run = 0; run < 3; run++)
        {
            runtime.Main.Run(tstate =>
            {
                var names = tstate.Interp.GetState(Names);
                names["n"] = names.GetValueOrDefault("n") + 1;
            });
        }

        Assert.Equal(3, runtime.Main.Call(tstate => tstate.Interp.GetState(Names)["n"]));
    }

    [Fact]
    public void RUN_08_DuringANestedRun_TheCallersLockIsFree()
    {
        var a = runtime.CreateInterpreter();
        var b = runtime.CreateInterpreter();
        using var inB = new ManualResetEventSlim();
        using var inA = new ManualResetEventSlim();
        Harness.InParallel(
            () => a.Run(_ => b.Run(_ =>
            {
                inB.Set();
                inA.Await("the other thread to be inside the caller's interpreter");
            })),
            () =>
            {
                inB.Await("the nested run");
                a.Run(_ => inA.Set());
            });
    }

    [Fact]
    public void RUN_09_AfterAnExceptionInTheRun_TheCallerIsAttachedAgain()
    {
        var sub = runtime.CreateInterpreter();
        runtime.Main.Run(tstate =>
        {
            Assert.Throws<FormatException>(() => sub.Run(_ => throw new FormatException()));
            Assert.Same(tstate, ThreadState.Current);
            Assert.Empty(tstate.Interp.GetState(Names));
        });
    }

    [Fact]
    public void RUN_14_CallPassesArgumentAndResult()
    {
        Assert.Equal("0:x", runtime.Main.Call(static (tstate, text) => $"{tstate.Interp.Id}:{text}", "x"));
        var list = new List<int>();
        runtime.Main.Run(static (_, into) => into.Add(1), list);
        Assert.Equal([1], list);
    }

    [Fact]
    public void RUN_18_TheCalleeSeesItsOwnInterpreterAsCurrent()
    {
        var sub = runtime.CreateInterpreter();

        Assert.Same(sub, runtime.Main.Call(_ => sub.Call(tstate => tstate == ThreadState.Current ? tstate.Interp : null)));
    }

    [Fact]
    public void RUN_31_ARepeatedCall_ReusesTheThreadState_AndAllocatesNothing()
    {
        var sub = runtime.CreateInterpreter();
        var first = sub.Call(static tstate => tstate);
        runtime.Main.Run(_ => CallMany(sub, 1));
        var allocated = runtime.Main.Call(
            static (_, sub) =>
            {
                var before = GC.GetAllocatedBytesForCurrentThread();
                CallMany(sub, 1000);
                return GC.GetAllocatedBytesForCurrentThread() - before;
            },
            sub);

        Assert.Same(first, sub.Call(static tstate => tstate));
        Assert.Equal(0, allocated);
    }

    [Fact]
    public void RUN_32_ANullDelegate_IsAnArgumentErrorBeforeAnySwitch()
    {
        var sub = runtime.CreateInterpreter();
        runtime.Main.Run(tstate =>
        {
            Assert.Throws<ArgumentNullException>(() => sub.Run(null!));
            Assert.Throws<ArgumentNullException>(() => sub.Call<int>(null!));
            Assert.Throws<ArgumentNullException>(() => sub.Call<int, int>(null!, 1));
            Assert.Same(tstate, ThreadState.Current);
        });
    }

    [Fact]
    public void EXC_14_AnExceptionInTheCallee_ComesOut_AndLeavesNoLockHeld()
    {
        var sub = runtime.CreateInterpreter();
        var thrown = new FormatException("mine");

        Assert.Same(thrown, Assert.Throws<FormatException>(() => sub.Run(_ => throw thrown)));
        Assert.Same(thrown, Assert.Throws<FormatException>(() => sub.Call<int>(_ => throw thrown)));
        Assert.Same(thrown, Assert.Throws<FormatException>(() => sub.Call<int, int>((_, _) => throw thrown, 1)));

        Assert.False(ThreadState.TryGetCurrent(out _));
        Harness.InParallel(() => sub.Run(_ => { }));
    }

    private static void CallMany(InterpreterState sub, int times)
    {
        for (var i = 0; i < times; i++) sub.Call(static (_, n) => n + 1, i);
    }
}
