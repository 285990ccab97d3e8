namespace ExplicitContext.Runtime.Tests;

/// <summary>RUN: one run at a time, in the right interpreter, and back again.</summary>
public sealed class RunTests : IDisposable
{
    private readonly RuntimeState runtime = RuntimeState.Initialize();
    private readonly InterpreterState interp;

    public RunTests() => interp = runtime.CreateInterpreter();

    public void Dispose() => runtime.Dispose();

    [Fact]
    public void RUN_01_WhatARunDoes_IsVisibleInThatInterpreterOnly()
    {
        interp.Run(static tstate => tstate.Interp.Variables.Set(tstate, "name", 1));

        Assert.True(interp.TryGetVariable<int>("name", out var value));
        Assert.Equal(1, value);
        Assert.False(runtime.Main.TryGetVariable<int>("name", out _));
        Assert.False(runtime.CreateInterpreter().TryGetVariable<int>("name", out _));
    }

    [Fact]
    public void RUN_02_ARunInAnotherThread_IsVisibleInThatInterpreterOnly()
    {
        Harness.InParallel(() => interp.Run(static tstate => tstate.Interp.Variables.Set(tstate, "name", Environment.CurrentManagedThreadId)));

        Assert.True(interp.TryGetVariable<int>("name", out var thread));
        Assert.NotEqual(Environment.CurrentManagedThreadId, thread);
        Assert.False(runtime.Main.TryGetVariable<int>("name", out _));
    }

    [Fact]
    public void RUN_03_ARunWhileAnotherThreadRunsThere_IsRefusedAtOnce_AndTheOtherGoesOn()
    {
        using var meeting = new Meeting();
        var runner = Harness.Background.Start(() => Assert.Equal(7, interp.Call(static (_, meeting) =>
        {
            meeting.Stay();
            return 7;
        }, meeting)));
        meeting.AwaitInside();

        Assert.Contains("is running", Assert.Throws<InterpreterAlreadyRunningException>(() => interp.Run(static _ => { })).Message);
        Assert.Throws<InterpreterAlreadyRunningException>(() => interp.Call(static _ => 1));
        Assert.Throws<InterpreterAlreadyRunningException>(() => interp.Run(static (_, _) => { }, 1));
        Assert.Throws<InterpreterAlreadyRunningException>(() => interp.Call(static (_, n) => n, 1));
        Harness.ThrowsAtOnce<InterpreterAlreadyRunningException>(() => interp.RunAsync(static _ => { }));
        meeting.GoOn();
        runner.Join();
        interp.Run(static _ => { });
    }

    [Fact]
    public void RUN_04_RunsNestedFromMainOverAToB_RestoreTheCurrentOneAtEachReturn()
    {
        var b = runtime.CreateInterpreter();
        runtime.Main.Enter(main =>
        {
            var (a, inB, afterwards) = interp.Call(
                static (tstate, b) =>
                {
                    var inB = b.Call(static _ => InterpreterState.Current.Id);
                    return (InterpreterState.Current.Id, inB, ThreadState.Current == tstate);
                },
                b);

            Assert.Equal(interp.Id, a);
            Assert.Equal(b.Id, inB);
            Assert.True(afterwards);
            Assert.Same(main, ThreadState.Current);
        });
        Assert.False(ThreadState.TryGetCurrent(out _));
    }

    [Fact]
    public void RUN_05_AnInterpreterThatRunsItselfAgain_IsRefused_AndDoesNotHang()
    {
        var direct = Assert.Throws<ExecutionFailedException>(() => interp.Run(static tstate => tstate.Interp.Run(static _ => { })));
        Assert.Equal(typeof(InterpreterAlreadyRunningException).FullName, direct.Info.TypeName);

        var overMain = Assert.Throws<ExecutionFailedException>(() => interp.Run(static tstate => tstate.Interp.Runtime.Main.Run(static (_, interp) => interp.Run(static _ => { }), tstate.Interp)));
        Assert.Equal(typeof(ExecutionFailedException).FullName, overMain.Info.TypeName);
        Assert.Contains(nameof(InterpreterAlreadyRunningException), overMain.Info.Message);
        interp.Run(static _ => { });
    }

    [Fact]
    public void RUN_05_MainAlwaysRuns_SoItsProgramMayRunMoreInIt()
    {
        Assert.Equal(2, runtime.Main.Call(static tstate => tstate.Interp.Call(static _ => 1) + 1));
        Assert.Equal(3, interp.Call(static tstate => tstate.Interp.Runtime.Main.Call(static _ => 3)));
    }

    [Fact]
    public void RUN_06_07_WhatOneRunBinds_ALaterOneSees_AndOtherInterpretersDoNot()
    {
        var b = runtime.CreateInterpreter();
        runtime.Main.Prepare("name", "main");
        b.Prepare("name", "b");
        interp.Run(static tstate => tstate.Interp.Variables.Set(tstate, "name", "a"));

        Assert.Equal("a", interp.Call(Look));
        Assert.Equal("b", b.Call(Look));
        Assert.Equal("main", runtime.Main.Call(Look));

        static string? Look(ThreadState tstate) => tstate.Interp.Variables.TryGet(tstate, "name", out var value) ? (string?)value : null;
    }

    [Fact]
    public void RUN_08_DuringARun_TheCallersInterpreterIsFreeForAnotherThread() =>
        runtime.Main.Enter(tstate =>
        {
            var seen = interp.Call(
                static (_, main) =>
                {
                    InterpreterState? seen = null;
                    Harness.InParallel(() => seen = main.Enter(_ => InterpreterState.Current));
                    return seen!.Id;
                },
                runtime.Main);

            Assert.Equal(runtime.Main.Id, seen);
            Assert.True(tstate.IsAttached);
        });

    [Fact]
    public void RUN_09_AfterAnExceptionInTheRun_TheCallersStateIsAttachedAgain_AndUsable() =>
        runtime.Main.Enter(tstate =>
        {
            Assert.Throws<ExecutionFailedException>(() => interp.Run(static _ => throw new FormatException()));

            Assert.Same(tstate, ThreadState.Current);
            Assert.True(tstate.IsAttached);
            tstate.CheckBreaker();
            using (tstate.AllowThreads()) Harness.InParallel(() => runtime.Main.Enter(_ => { }), () => interp.Enter(_ => { }));
            tstate.Interp.AtExit(_ => { });
        });

    [Fact]
    public void RUN_18_TheCalleeSeesItsOwnInterpreterAsTheCurrentOne()
    {
        var (current, interpOfState, thread) = interp.Call(static tstate =>
            (InterpreterState.Current.Id, tstate.Interp.Id, tstate.Thread == Thread.CurrentThread && ThreadState.Current == tstate));

        Assert.Equal(interp.Id, current);
        Assert.Equal(interp.Id, interpOfState);
        Assert.True(thread);
    }

    [Fact]
    public void RUN_28_ARunWorks_WhileBackgroundThreadsThatAnEarlierOneStarted_GoOn()
    {
        using var meeting = new Meeting();
        interp.Run(
            static (tstate, meeting) => tstate.Interp.StartThread(background =>
            {
                using (background.AllowThreads()) meeting.Stay();
                background.Interp.Variables.Set(background, "done", true);
            }),
            meeting);
        meeting.AwaitInside();
        Assert.False(interp.IsRunning);
        Assert.Equal(2, interp.Call(static tstate => tstate.Interp.ThreadCount));

        meeting.GoOn();
        interp.Close();
    }

    [Fact]
    public void RUN_32_ABadArgument_IsRefusedBeforeAnySwitchHappens() =>
        runtime.Main.Enter(tstate =>
        {
            Assert.Throws<ArgumentNullException>(() => interp.Run(null!));
            Assert.Throws<ArgumentNullException>(() => interp.Run(null!, 1));
            Assert.Throws<ArgumentNullException>(() => interp.Call<int>(null!));
            Assert.Throws<ArgumentNullException>(() => interp.Call<int, int>(null!, 1));
            Harness.ThrowsAtOnce<ArgumentNullException>(() => interp.RunAsync(null!));
            Harness.ThrowsAtOnce<ArgumentNullException>(() => interp.CallAsync<int>(null!));
            Harness.ThrowsAtOnce<ArgumentNullException>(() => interp.CallAsync<int, int>(null!, 1));

            Assert.Same(tstate, ThreadState.Current);
            Assert.False(interp.IsRunning);
            Assert.Empty(interp.ThreadStates);
        });
}
