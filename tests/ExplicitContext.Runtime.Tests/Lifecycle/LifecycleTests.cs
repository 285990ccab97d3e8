namespace ExplicitContext.Runtime.Tests;

/// <summary>LIF: the life of an interpreter, and who it is.</summary>
public sealed class LifecycleTests : IDisposable
{
    private readonly RuntimeState runtime = RuntimeState.Initialize();

    public void Dispose() => runtime.Dispose();

    [Fact]
    public void LIF_01_InitiallyOnlyMainIsListed() => Assert.Equal([runtime.Main], runtime.Interpreters);

    [Fact]
    public void LIF_02_ANewInterpreterHasANewId_AndIsListedAfterMain()
    {
        var interp = runtime.CreateInterpreter();

        Assert.Equal(1, interp.Id.Value);
        Assert.Equal([runtime.Main, interp], runtime.Interpreters);
    }

    [Fact]
    public void LIF_03_CreatedInAnotherThread_IsListed()
    {
        InterpreterState? interp = null;
        Harness.InParallel(() => interp = runtime.CreateInterpreter());

        Assert.Equal([runtime.Main, interp!], runtime.Interpreters);
    }

    [Fact]
    public void LIF_04_CreatedInsideASubInterpreter_IsASiblingListedEverywhere()
    {
        var sub = runtime.CreateInterpreter();
        var sibling = sub.Enter(tstate => tstate.Interp.Runtime.CreateInterpreter());

        Assert.Equal([runtime.Main, sub, sibling], runtime.Interpreters);
        Assert.Equal(runtime.Interpreters, sibling.Enter(tstate => tstate.Interp.Runtime.Interpreters));
    }

    [Fact]
    public void LIF_06_CreatedAfterAllSubsAreClosed_HasAnIdLargerThanEveryOneBefore()
    {
        runtime.CreateInterpreter().Close();
        runtime.CreateInterpreter().Close();

        Assert.Equal(3, runtime.CreateInterpreter().Id.Value);
    }

    [Fact]
    public void LIF_08_TheMiddleOfThreeClosed_LeavesMainFirstAndThird()
    {
        var first = runtime.CreateInterpreter();
        var second = runtime.CreateInterpreter();
        var third = runtime.CreateInterpreter();

        Assert.True(second.Close());

        Assert.Equal([runtime.Main, first, third], runtime.Interpreters);
        Assert.Equal(4, runtime.CreateInterpreter().Id.Value);
    }

    [Fact]
    public void LIF_09_MainIsTheSameObjectFromEverywhere()
    {
        var fromSub = runtime.CreateInterpreter().Enter(tstate => tstate.Interp.Runtime.Main);

        Assert.Same(runtime.Main, fromSub);
    }

    [Fact]
    public void LIF_10_CurrentIsTheRightOneInMainInASubAndInAThreadOfASub()
    {
        var sub = runtime.CreateInterpreter();
        InterpreterState? inThread = null;
        Harness.InParallel(() => sub.Enter(_ => inThread = InterpreterState.Current));

        Assert.Same(runtime.Main, runtime.Main.Enter(_ => InterpreterState.Current));
        Assert.Same(sub, sub.Enter(_ => InterpreterState.Current));
        Assert.Same(sub, inThread);
        Assert.Throws<NotAttachedException>(() => InterpreterState.Current);
    }

    [Fact]
    public void LIF_12_AnIdFindsItsInterpreter()
    {
        var interp = runtime.CreateInterpreter();

        Assert.Same(interp, runtime.GetInterpreter(interp.Id));
        Assert.Same(interp, runtime.GetInterpreter(new InterpreterId(1)));
    }

    [Fact]
    public void LIF_13_AnUnknownIdIsNotFound_AndANegativeOneIsAnArgumentError()
    {
        var error = Assert.Throws<InterpreterNotFoundException>(() => runtime.GetInterpreter(new InterpreterId(7)));
        Assert.Equal(new InterpreterId(7), error.Interpreter);
        Assert.Contains("interpreter 7", error.Message);
        Assert.Throws<ArgumentOutOfRangeException>(() => new InterpreterId(-1));
    }

    [Fact]
    public void LIF_17_AClosedInterpreterIsGone_AndCannotBeEntered()
    {
        var interp = runtime.CreateInterpreter();
        interp.Close();

        Assert.Equal(InterpreterPhase.Closed, interp.Phase);
        Assert.DoesNotContain(interp, runtime.Interpreters);
        Assert.Throws<InterpreterNotFoundException>(() => runtime.GetInterpreter(interp.Id));
        var error = Assert.Throws<InterpreterClosedException>(() => interp.Enter(_ => { }));
        Assert.Equal(interp.Id, error.Interpreter);
        Assert.Contains("Interpreter 1 is closed", error.Message);
    }

    [Fact]
    public void LIF_18_ClosingTwice_IsHarmless_AndSaysSo()
    {
        var interp = runtime.CreateInterpreter();

        Assert.True(interp.Close());
        Assert.False(interp.Close());
        interp.Dispose();
    }

    [Fact]
    public void LIF_19_ClosingMain_IsRefused_FromMainAndFromAnyThread()
    {
        Assert.Throws<InterpreterCloseRefusedException>(() => runtime.Main.Close());
        runtime.Main.Enter(tstate => Assert.Throws<InterpreterCloseRefusedException>(() => tstate.Interp.Close()));
        Harness.InParallel(() => Assert.Throws<InterpreterCloseRefusedException>(runtime.Main.Dispose));

        Assert.Equal(InterpreterPhase.Ready, runtime.Main.Phase);
    }

    [Fact]
    public void LIF_20_ClosingFromInside_IsRefused_AndTheInterpreterStays()
    {
        var interp = runtime.CreateInterpreter();
        interp.Enter(tstate =>
        {
            Assert.Throws<InterpreterCloseRefusedException>(() => interp.Close());
            using (tstate.AllowThreads()) Assert.Throws<InterpreterCloseRefusedException>(() => interp.Close());
            runtime.Main.Enter(_ => Assert.Throws<InterpreterCloseRefusedException>(() => interp.Close()));
        });

        Assert.Equal(1, interp.Enter(_ => 1));
    }

    [Fact]
    public void LIF_21_ClosingASiblingFromInsideASub_Works()
    {
        var sub = runtime.CreateInterpreter();
        var sibling = runtime.CreateInterpreter();

        sub.Enter(tstate =>
        {
            Assert.True(sibling.Close());
            Assert.Same(tstate, ThreadState.Current);
        });

        Assert.Equal([runtime.Main, sub], runtime.Interpreters);
    }

    [Fact]
    public void LIF_22_ClosingFromAThreadThatDidNotCreateIt_Works()
    {
        var interp = runtime.CreateInterpreter();
        Harness.InParallel(() => Assert.True(interp.Close()));

        Assert.Equal(InterpreterPhase.Closed, interp.Phase);
    }
}
