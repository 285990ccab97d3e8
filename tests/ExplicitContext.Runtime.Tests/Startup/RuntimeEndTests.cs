namespace ExplicitContext.Runtime.Tests;

/// <summary>RTM: how a runtime ends.</summary>
public sealed class RuntimeEndTests
{
    [Fact]
    public void RTM_10_DisposingWithOpenInterpreters_ClosesThemFirst_NewestFirst_AndTellsTheirIds()
    {
        var leaks = new List<long>();
        var runtime = RuntimeState.Initialize(new RuntimeOptions { OnLeak = leak => leaks.Add(leak.Interpreter.Value) });
        var order = new List<long>();
        foreach (var interp in new[] { runtime.CreateInterpreter(), runtime.Main, runtime.CreateInterpreter(), runtime.CreateInterpreter() })
            interp.Enter(tstate => tstate.Interp.AtExit(closing => order.Add(closing.Interp.Id.Value)));

        runtime.Dispose();

        Assert.Equal([3, 2, 1, 0], order);
        Assert.Equal([3, 2, 1], leaks);
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
                Assert.Empty(tstate.Interp.Variables.Names(tstate));
                Assert.Equal(1, tstate.Id);
                tstate.Interp.GetState(slot).Add(round);
                tstate.Interp.Variables.Set(tstate, "round", round);
            });
        }

        Assert.False(ThreadState.TryGetCurrent(out _));
    }

    [Fact]
    public void RTM_12_WhereOnlyTheMainThreadMayFinalize_AnotherOneIsRefused_AndNothingIsClosed()
    {
        var runtime = RuntimeState.Initialize(new RuntimeOptions { FinalizeOnMainThreadOnly = true });
        var interp = runtime.CreateInterpreter();
        Harness.InParallel(() => Assert.Contains("thread that started it", Assert.Throws<InterpreterCloseRefusedException>(runtime.Dispose).Message));

        Assert.Equal(RuntimePhase.Initialized, runtime.Phase);
        Assert.Equal([runtime.Main, interp], runtime.Interpreters);
        runtime.Dispose();
        Assert.Equal(RuntimePhase.Finalized, runtime.Phase);

        var unbound = RuntimeState.Initialize();
        Harness.InParallel(unbound.Dispose);
        Assert.Equal(RuntimePhase.Finalized, unbound.Phase);
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

    [Fact]
    public void RTM_ADisposalThatIsBlocked_NamesTheBlocker_AndCanBeDoneAgain()
    {
        var clock = new ManualClock();
        var runtime = RuntimeState.Initialize(new RuntimeOptions { Clock = clock });
        var interp = runtime.CreateInterpreter();
        var guard = interp.Guard("a download");
        var disposer = Harness.Background.Start(() =>
        {
            var error = Assert.Throws<InterpreterCloseBlockedException>(runtime.Dispose);
            Assert.Equal(interp.Id, error.Interpreter);
            Assert.Equal("guard 'a download'", Assert.Single(error.Blockers).ToString());
        });
        Harness.Until(() => clock.Pending == 1, "the disposal to wait for the guard");
        clock.Advance(interp.Options.CloseTimeout);
        disposer.Join();

        Assert.Equal(RuntimePhase.Initialized, runtime.Phase);
        guard.Release();
        runtime.Dispose();
        Assert.Equal(RuntimePhase.Finalized, runtime.Phase);
    }
}
