namespace ExplicitContext.Runtime.Tests;

/// <summary>RTM: start, phases, registry.</summary>
public sealed class RuntimeStartTests
{
    [Fact]
    public void RTM_02_EveryInitializeIsARuntimeOfItsOwn_WithOneMainEach()
    {
        using var one = RuntimeState.Initialize();
        using var other = RuntimeState.Initialize();

        Assert.NotSame(one.Main, other.Main);
        Assert.Same(one, one.Main.Runtime);
        Assert.Equal([one.Main], one.Interpreters);
    }

    [Fact]
    public void RTM_03_PhasesMoveForwardOnly()
    {
        var runtime = RuntimeState.Initialize();
        Assert.Equal(RuntimePhase.Initialized, runtime.Phase);

        RuntimePhase? during = null;
        runtime.Main.Enter(tstate => tstate.Interp.AtExit(_ => during = runtime.Phase));
        runtime.Dispose();
        runtime.Dispose();

        Assert.Equal(RuntimePhase.Finalizing, during);
        Assert.Equal(RuntimePhase.Finalized, runtime.Phase);
    }

    [Fact]
    public void RTM_05_MainInterpreterExistsRightAfterInit_WithIdZero()
    {
        using var runtime = RuntimeState.Initialize();

        Assert.Equal(InterpreterId.Main, runtime.Main.Id);
        Assert.Equal(0, runtime.Main.Id.Value);
        Assert.Equal(InterpreterPhase.Ready, runtime.Main.Phase);
    }

    [Fact]
    public void RTM_06_OptionsAreReadableAfterInit()
    {
        var options = new RuntimeOptions { MainInterpreter = new InterpreterOptions { SwitchInterval = TimeSpan.FromMilliseconds(7) } };
        using var runtime = RuntimeState.Initialize(options);

        Assert.Same(options, runtime.Options);
        Assert.Equal(TimeSpan.FromMilliseconds(7), runtime.Main.SwitchInterval);
    }

    [Fact]
    public void RTM_07_SnapshotsTakenWhileThreadsCreateAndClose_HoldNoDuplicateAndAreInOrder()
    {
        using var runtime = RuntimeState.Initialize();
        using var stop = new CancellationTokenSource();
        var watcher = Harness.Background.Start(() =>
        {
            while (!stop.IsCancellationRequested)
            {
                var ids = runtime.Interpreters.Select(interp => interp.Id.Value).ToList();
                Assert.Equal(ids.Distinct().Order(), ids);
                Assert.Equal(0, ids[0]);
            }
        });

        Harness.InParallel([.. Enumerable.Repeat<Action>(
            () =>
            {
                for (var round = 0; round < 200; round++) Assert.True(runtime.CreateInterpreter().Close());
            },
            8)]);
        stop.Cancel();
        watcher.Join();

        Assert.Equal([runtime.Main], runtime.Interpreters);
    }

    [Fact]
    public void RTM_09_ExitFunctionsMayUseTheRegistry_BecauseNoUserCodeRunsUnderItsLock()
    {
        using var runtime = RuntimeState.Initialize();
        var interp = runtime.CreateInterpreter();
        var seenByOther = 0;
        interp.Enter(tstate => tstate.Interp.AtExit(_ =>
            Harness.InParallel(() => seenByOther = runtime.Interpreters.Count, () => runtime.CreateInterpreter())));

        interp.Close();

        Assert.InRange(seenByOther, 2, 3);
    }

    [Fact]
    public void RTM_10_DisposingWithOpenInterpreters_ClosesThemFirst_NewestFirst()
    {
        var runtime = RuntimeState.Initialize();
        var order = new List<long>();
        foreach (var interp in new[] { runtime.CreateInterpreter(), runtime.Main, runtime.CreateInterpreter(), runtime.CreateInterpreter() })
            interp.Enter(tstate => tstate.Interp.AtExit(closing => order.Add(closing.Interp.Id.Value)));

        runtime.Dispose();

        Assert.Equal([3, 2, 1, 0], order);
        Assert.Empty(runtime.Interpreters);
        Assert.Throws<RuntimeFinalizedException>(() => runtime.CreateInterpreter());
    }

    [Fact]
    public void RTM_11_FourRuntimesInARow_SeeNothingOfEachOther()
    {
        var slot = new InterpreterSlot<List<int>>(_ => []);
        for (var round = 0; round < 4; round++)
        {
            using var runtime = RuntimeState.Initialize();
            var interp = runtime.CreateInterpreter();
            Assert.Equal(1, interp.Id.Value);
            foreach (var each in runtime.Interpreters) each.Enter(tstate =>
            {
                Assert.Empty(tstate.Interp.GetState(slot));
                tstate.Interp.GetState(slot).Add(round);
            });
        }

        Assert.False(ThreadState.TryGetCurrent(out _));
    }

    [Fact]
    public void RTM_13_DisposingFromInsideAnInterpreter_IsRefused_AndAllRemainUsable()
    {
        using var runtime = RuntimeState.Initialize();
        var interp = runtime.CreateInterpreter();

        interp.Enter(tstate =>
        {
            Assert.Throws<InterpreterCloseRefusedException>(runtime.Dispose);
            using (tstate.AllowThreads()) Assert.Throws<InterpreterCloseRefusedException>(runtime.Dispose);
            runtime.Main.Enter(_ => Assert.Throws<InterpreterCloseRefusedException>(runtime.Dispose));
        });

        Assert.Equal(RuntimePhase.Initialized, runtime.Phase);
        Assert.Equal(1, interp.Enter(_ => 1));
        Assert.Equal(1, runtime.Main.Enter(_ => 1));
    }

    [Fact]
    public void RTM_DisposingWhileAnotherThreadCloses_WaitsForIt()
    {
        var runtime = RuntimeState.Initialize();
        var interp = runtime.CreateInterpreter();
        using var inside = new ManualResetEventSlim();
        using var goOn = new ManualResetEventSlim();
        interp.Enter(tstate => tstate.Interp.AtExit(_ =>
        {
            inside.Set();
            goOn.Await("leave to finish the exit function");
        }));
        var closer = Harness.Background.Start(() => Assert.True(interp.Close()));
        inside.Await("the exit function");

        var disposer = Harness.Background.Start(runtime.Dispose);
        Harness.Until(() => runtime.Phase == RuntimePhase.Finalizing, "the disposal to begin");
        Assert.Equal(InterpreterPhase.Ready, runtime.Main.Phase);
        goOn.Set();
        closer.Join();
        disposer.Join();

        Assert.Equal(RuntimePhase.Finalized, runtime.Phase);
        Assert.Equal(InterpreterPhase.Closed, runtime.Main.Phase);
    }
}
