namespace ExplicitContext.Runtime.Tests;

/// <summary>HOK-08: a hook that calls back into the runtime is answered or refused; it never waits for itself.</summary>
public sealed class HookCallbackTests
{
    [Fact]
    public void HOK_08_AHookMayList_Create_Run_AndClose_WhateverItIsToldOf()
    {
        RuntimeState? started = null;
        var seen = new Dictionary<string, int>();
        var busy = false;
        void CallBack(AuditEvent heard)
        {
            if (busy || started is null) return;
            busy = true;
            seen[heard.Name] = heard.Runtime.Interpreters.Count;
            var other = heard.Runtime.CreateInterpreter();
            Assert.Equal(other.Id.Value, other.Call(static tstate => tstate.Interp.Id.Value));
            Assert.True(other.Close());
            heard.Runtime.Main.Run(static _ => { });
            heard.Runtime.AddAuditHook(static _ => { });
            busy = false;
        }

        using var runtime = RuntimeState.Initialize(new RuntimeOptions { AuditHooks = [CallBack], CheckLockOrder = true });
        started = runtime;

        var interp = runtime.CreateInterpreter();
        interp.Enter(tstate => tstate.Audit("language.event"));
        Assert.Equal(CloseOutcome.Closed, interp.Close(new CloseOptions()) is { Errors.Count: 0 } result ? result.Outcome : default);
        started = null;

        Assert.Equal(
            [("interpreter.create", 1), ("language.event", 2), ("interpreter.closing", 2), ("interpreter.threads-joined", 2), ("interpreter.pending-calls-run", 2), ("interpreter.exit-functions-run", 2), ("interpreter.cleared", 2), ("interpreter.closed", 1)],
            seen.Select(pair => (pair.Key, pair.Value)));
    }

    [Theory]
    [InlineData("runtime.pre-initialized")]
    [InlineData("runtime.core-initialized")]
    [InlineData("interpreter.create")]
    public void HOK_08_RTM_01_WhileTheRuntimeStarts_WhatIsNotThereYet_IsRefusedWithATypedError(string name)
    {
        var asked = 0;
        void CallBack(AuditEvent heard)
        {
            if (heard.Name != name || heard.Runtime.Phase == RuntimePhase.Initialized) return;
            asked++;
            Assert.Throws<RuntimeNotInitializedException>(() => heard.Runtime.Main);
            Assert.Throws<RuntimeNotInitializedException>(() => heard.Runtime.CreateInterpreter());
            Assert.Throws<InterpreterNotFoundException>(() => heard.Runtime.GetInterpreter(InterpreterId.Main));
            Assert.Empty(heard.Runtime.Interpreters);
            Assert.Throws<RuntimeNotInitializedException>(heard.Runtime.Dispose);
            Assert.True(heard.Runtime.Phase < RuntimePhase.Initialized);
        }

        using var runtime = RuntimeState.Initialize(new RuntimeOptions { AuditHooks = [CallBack] });

        Assert.Equal(1, asked);
        Assert.Equal(RuntimePhase.Initialized, runtime.Phase);
    }

    [Theory]
    [InlineData("interpreter.closing")]
    [InlineData("interpreter.cleared")]
    [InlineData("interpreter.closed")]
    public void HOK_08_AHookThatClosesWhatIsBeingClosed_IsRefusedOrTooLate(string name)
    {
        using var runtime = RuntimeState.Initialize();
        var interp = runtime.CreateInterpreter();
        var answers = new List<object>();
        runtime.AddAuditHook(heard =>
        {
            if (heard.Name != name) return;
            try
            {
                answers.Add(heard.Interpreter!.Close());
            }
            catch (InterpreterCloseRefusedException)
            {
                answers.Add("refused");
            }
        });

        Assert.True(interp.Close());

        Assert.Equal([name == "interpreter.cleared" ? "refused" : false], answers);
        Assert.Equal([runtime.Main], runtime.Interpreters);
    }

    [Fact]
    public void HOK_08_AHookThatEntersWhatIsBeingClosed_IsRefused_OrIsTheClosingThread()
    {
        using var runtime = RuntimeState.Initialize();
        var interp = runtime.CreateInterpreter();
        var entered = new List<string>();
        interp.AddAuditHook(heard =>
        {
            try
            {
                heard.Interpreter!.Enter(_ => entered.Add(heard.Name));
            }
            catch (InterpreterFinalizingException)
            {
            }
        });

        Assert.True(interp.Close());

        Assert.Equal(["interpreter.threads-joined", "interpreter.pending-calls-run", "interpreter.exit-functions-run", "interpreter.cleared"], entered);
    }

    [Fact]
    public void HOK_08_AHookThatClosesWhatIsBeingCreated_LeavesNothingListed()
    {
        using var runtime = RuntimeState.Initialize();
        runtime.AddAuditHook(static heard =>
        {
            if (heard.Name == "interpreter.create") heard.Interpreter!.Close();
        });

        Assert.Throws<InterpreterClosedException>(() => runtime.CreateInterpreter());
        Assert.Equal([runtime.Main], runtime.Interpreters);
    }

    [Fact]
    public void HOK_08_AHookThatWaitsForAnotherThreadWhichUsesTheRuntime_DoesNotDeadlock()
    {
        using var runtime = RuntimeState.Initialize();
        var busy = false;
        runtime.AddAuditHook(heard =>
        {
            if (busy || runtime.Phase != RuntimePhase.Initialized) return;
            busy = true;
            Harness.InParallel(
                () => runtime.CreateInterpreter().Close(),
                () => runtime.Main.Enter(_ => { }),
                () => Assert.NotEmpty(runtime.Interpreters));
            busy = false;
        });

        Assert.True(runtime.CreateInterpreter().Close());
    }
}
