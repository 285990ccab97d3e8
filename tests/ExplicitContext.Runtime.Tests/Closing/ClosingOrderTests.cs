namespace ExplicitContext.Runtime.Tests;

/// <summary>FIN: the steps of closing, and that each of them is done.</summary>
public sealed class ClosingOrderTests : IDisposable
{
    private readonly RuntimeState runtime = RuntimeState.Initialize();
    private readonly InterpreterState interp;

    public ClosingOrderTests() => interp = runtime.CreateInterpreter();

    public void Dispose() => runtime.Dispose();

    [Fact]
    public void FIN_03_ExitFunctionsRunLastInFirstOut_ThenStateIsDisposedOf_NewestFirst()
    {
        var log = new List<string>();
        var first = new InterpreterSlot<Logged>(_ => new Logged(log, "state 1"));
        var second = new InterpreterSlot<Logged>(_ => new Logged(log, "state 2"));
        interp.Enter(tstate =>
        {
            tstate.Interp.AtExit(_ => log.Add("exit 1"));
            tstate.Interp.GetState(first);
            tstate.Interp.GetState(second);
            tstate.Interp.AtExit(_ => log.Add("exit 2"));
        });

        interp.Close();

        Assert.Equal(["exit 2", "exit 1", "state 2", "state 1"], log);
    }

    [Fact]
    public void FIN_03_TheSteps_ThreadsPendingCallsExitFunctionsStateAndTheEnd_CanBeObservedInThisOrder()
    {
        var log = new List<string>();
        using var meeting = new Meeting();
        var slot = new InterpreterSlot<Logged>(_ => new Logged(log, "state"));
        interp.Enter(tstate => tstate.Interp.GetState(slot));
        interp.Enter(tstate => tstate.Interp.AtExit(_ => log.Add("exit function")));
        interp.AddAuditHook(audit =>
        {
            log.Add(audit.Name);
            if (audit.Name == "interpreter.closing") meeting.GoOn();
        });
        interp.StartThread(tstate =>
        {
            using (tstate.AllowThreads()) meeting.Stay();
            log.Add("thread");
            tstate.Interp.AddPendingCall(_ => log.Add("pending call"));
        });
        meeting.AwaitInside();

        Assert.True(interp.Close());

        Assert.Equal(
            [
                "interpreter.closing", "thread", "interpreter.threads-joined", "pending call", "interpreter.pending-calls-run", "exit function",
                "interpreter.exit-functions-run", "state", "interpreter.cleared", "interpreter.closed",
            ],
            log);
    }

    [Fact]
    public void FIN_04_25_WhatFails_DoesNotStopTheRest_AndIsReportedOnce()
    {
        var ran = new List<int>();
        var slot = new InterpreterSlot<Failing>(_ => new Failing());
        interp.Enter(tstate =>
        {
            tstate.Interp.AtExit(_ => ran.Add(1));
            tstate.Interp.AtExit(_ => throw new FormatException("two"));
            tstate.Interp.AtExit(_ => ran.Add(3));
            tstate.Interp.GetState(slot);
        });

        var error = Assert.Throws<InterpreterCloseFailedException>(() => interp.Close());

        Assert.Equal([3, 1], ran);
        Assert.Equal(["two", "disposal"], error.Errors.Select(each => each.Message));
        Assert.Contains("the first one: two", error.Message);
        Assert.Equal(InterpreterPhase.Closed, interp.Phase);
        Assert.False(interp.Close());
    }

    [Fact]
    public void FIN_05_AnExitFunctionCannotAddAnother()
    {
        Exception? error = null;
        interp.Enter(tstate => tstate.Interp.AtExit(closing => error = Record.Exception(() => closing.Interp.AtExit(_ => { }))));
        interp.Close();

        Assert.IsType<InterpreterFinalizingException>(error);
    }

    [Fact]
    public void FIN_06_28_ExitFunctionsRunInTheirInterpreter_WhichIsFinalizing_ThereAndInDisposals()
    {
        (InterpreterState Current, InterpreterPhase Phase, bool Same)? seen = null;
        interp.Enter(tstate => tstate.Interp.AtExit(closing => seen = (InterpreterState.Current, closing.Interp.Phase, closing == ThreadState.Current)));
        InterpreterPhase? inDisposal = null;
        var slot = new InterpreterSlot<Callback>(home => new Callback(() => inDisposal = home.Phase));
        interp.Enter(tstate => tstate.Interp.GetState(slot));
        runtime.Main.Enter(_ => interp.Close());

        Assert.Equal((interp, InterpreterPhase.Finalizing, true), seen);
        Assert.Equal(InterpreterPhase.Finalizing, inDisposal);
    }

    [Fact]
    public void FIN_07_ClosingOne_DoesNotRunTheExitFunctionsOfAnother()
    {
        var ran = false;
        interp.Enter(tstate => tstate.Interp.AtExit(_ => ran = true));
        runtime.CreateInterpreter().Close();

        Assert.False(ran);
    }

    [Fact]
    public void FIN_20_DisposalThatCallsBackIntoTheRuntime_DoesNotDeadlock()
    {
        var other = runtime.CreateInterpreter();
        var listed = 0;
        var slot = new InterpreterSlot<Callback>(_ => new Callback(() =>
        {
            Assert.True(other.Close());
            listed = runtime.Interpreters.Count;
        }));
        interp.Enter(tstate => tstate.Interp.GetState(slot));

        interp.Close();

        Assert.Equal(2, listed);
    }

    [Fact]
    public void FIN_21_ClosingAfterASwitch_ClosesTheRightOne()
    {
        var other = runtime.CreateInterpreter();
        runtime.Main.Enter(_ => other.Enter(_ => Assert.True(interp.Close())));

        Assert.Equal(InterpreterPhase.Closed, interp.Phase);
        Assert.Equal(InterpreterPhase.Ready, other.Phase);
    }

    [Fact]
    public void FIN_24_WhatAnInterpreterOwns_IsReleasedExactlyOnce()
    {
        var log = new List<string>();
        var slot = new InterpreterSlot<Logged>(_ => new Logged(log, "state"));
        var associate = new Associate(log);
        using var queue = runtime.CreateQueue<SharedBuffer>(new CrossQueueOptions { OnSenderGone = OnSenderGone.Remove });
        var channel = runtime.CreateChannel<int>().Send;
        var owner = new Owner(log);
        var guard = interp.Guard();
        interp.Associate(associate);
        interp.Enter(tstate =>
        {
            tstate.Interp.GetState(slot);
            tstate.Interp.AtExit(_ => log.Add("exit function"));
            using var buffer = SharedBuffer.FromOwner(owner, 4);
            queue.Put(tstate, buffer);
            channel.Send(tstate, 1);
        });
        Assert.Equal([interp], channel.Interpreters);
        guard.Release();
        guard.Dispose();

        Assert.True(interp.Close());
        Assert.False(interp.Close());

        Assert.Equal(["associate closed", "associate finalizing", "buffer", "exit function", "state"], log.Order());
        Assert.Equal(0, queue.Count);
        Assert.Empty(channel.Interpreters);
    }

    [Theory]
    [InlineData("interpreter.closing")]
    [InlineData("interpreter.threads-joined")]
    [InlineData("interpreter.pending-calls-run")]
    [InlineData("interpreter.exit-functions-run")]
    [InlineData("interpreter.cleared")]
    [InlineData("interpreter.closed")]
    public void FIN_25_AFailureInOneStep_LetsTheRestRun_AndIsReported(string step)
    {
        var log = new List<string>();
        var slot = new InterpreterSlot<Logged>(_ => new Logged(log, "state"));
        var associate = new Associate(log);
        interp.Associate(associate);
        interp.Enter(tstate => tstate.Interp.GetState(slot));
        interp.Enter(tstate => tstate.Interp.AtExit(_ => log.Add("exit function")));
        interp.AddPendingCall(_ => log.Add("pending call"));
        interp.AddAuditHook(audit => _ = audit.Name == step ? throw new FormatException(step) : 0);

        var result = interp.Close(new CloseOptions());

        Assert.Equal(CloseOutcome.Closed, result.Outcome);
        Assert.Equal(step, Assert.IsType<FormatException>(Assert.Single(result.Errors)).Message);
        Assert.Equal(["pending call", "associate finalizing", "exit function", "state", "associate closed"], log);
        Assert.Equal(InterpreterPhase.Closed, interp.Phase);
        Assert.Equal([runtime.Main], runtime.Interpreters);
        Assert.Null(interp.Gate.Holder);
    }

    [Fact]
    public void FIN_25_EverythingFails_AndAllOfItIsReported()
    {
        var slot = new InterpreterSlot<Failing>(_ => new Failing());
        interp.Associate(new Associate(null));
        interp.Enter(tstate => tstate.Interp.GetState(slot));
        interp.Enter(tstate => tstate.Interp.AtExit(_ => throw new FormatException("exit function")));
        interp.Enter(tstate => tstate.Interp.ClosingToken.Register(() => throw new FormatException("closing token")));
        interp.AddPendingCall(_ => throw new FormatException("pending call"));
        interp.StartThread(_ => throw new FormatException("thread")).Thread.Join();

        var errors = interp.Close(new CloseOptions()).Errors;

        Assert.Equal(
            ["closing token", "pending call", "associate finalizing", "exit function", "disposal", "associate closed", "thread"],
            errors.Select(error => error is AggregateException several ? several.InnerExceptions.Single().Message : error.Message));
        Assert.Equal(InterpreterPhase.Closed, interp.Phase);
    }

    [Fact]
    public void FIN_26_StateOfAClosedInterpreter_IsCollected()
    {
        var slot = new InterpreterSlot<object>(_ => new object());
        var state = MakeAndForget(interp, slot);
        interp.Close();

        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();
        Assert.False(state.IsAlive);

        [System.Runtime.CompilerServices.MethodImpl(System.Runtime.CompilerServices.MethodImplOptions.NoInlining)]
        static WeakReference MakeAndForget(InterpreterState interp, InterpreterSlot<object> slot) =>
            interp.Enter(tstate => new WeakReference(tstate.Interp.GetState(slot)));
    }

    private sealed class Logged(List<string> log, string name) : IDisposable
    {
        public void Dispose() => log.Add(name);
    }

    private sealed class Failing : IDisposable
    {
        public void Dispose() => throw new InvalidOperationException("disposal");
    }

    private sealed class Callback(Action action) : IDisposable
    {
        public void Dispose() => action();
    }

    private sealed class Associate(List<string>? log) : IAssociated
    {
        public void OnFinalizing(InterpreterState interp) => Log("associate finalizing");

        public void OnClosed(InterpreterState interp) => Log("associate closed");

        private void Log(string what)
        {
            if (log is null) throw new FormatException(what);
            log.Add(what);
        }
    }

    private sealed class Owner(List<string> log) : System.Buffers.IMemoryOwner<byte>
    {
        public Memory<byte> Memory { get; } = new byte[4];

        public void Dispose() => log.Add("buffer");
    }
}
