namespace ExplicitContext.Runtime.Tests;

/// <summary>LIF: how interpreters come to be, and who lists them.</summary>
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
    public void LIF_05_CreatedInAThreadOfASubInterpreter_IsASiblingListedEverywhere()
    {
        var sub = runtime.CreateInterpreter();
        InterpreterState? sibling = null;
        Assert.True(sub.StartThread(tstate => sibling = tstate.Interp.Runtime.CreateInterpreter()).Join(Harness.Patience));

        Assert.Equal([runtime.Main, sub, sibling!], runtime.Interpreters);
        Assert.Equal(runtime.Interpreters, sibling!.Enter(tstate => tstate.Interp.Runtime.Interpreters));
    }

    [Fact]
    public void LIF_06_CreatedAfterAllSubsAreClosed_HasAnIdLargerThanEveryOneBefore()
    {
        runtime.CreateInterpreter().Close();
        runtime.CreateInterpreter().Close();

        Assert.Equal(3, runtime.CreateInterpreter().Id.Value);
    }

    [Fact]
    public void LIF_07_CreatedAfterSomeAreClosed_HasANewId_AndTheSurvivorsAreUntouched()
    {
        var slot = new InterpreterSlot<object>(_ => new object());
        var survivor = runtime.CreateInterpreter();
        var state = survivor.Enter(tstate => tstate.Interp.GetState(slot));
        runtime.CreateInterpreter().Close();

        var created = runtime.CreateInterpreter();

        Assert.Equal(3, created.Id.Value);
        Assert.Equal([runtime.Main, survivor, created], runtime.Interpreters);
        Assert.Same(state, survivor.Enter(tstate => tstate.Interp.GetState(slot)));
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
    public void LIF_26_AnInterpreterWhoseCreationFailsHalfWay_IsNeitherListedNorLeft_AndTheErrorIsTheCause()
    {
        var fail = false;
        var probe = new Probe();
        var slot = new InterpreterSlot<Probe>(_ => probe);
        InterpreterState? half = null;
        runtime.AddAuditHook(audit =>
        {
            if (!fail || audit.Name != "interpreter.create") return;
            half = audit.Interpreter!;
            half.Enter(tstate => tstate.Interp.GetState(slot));
            throw new FormatException("injected");
        });
        fail = true;
        Assert.Equal("injected", Assert.Throws<FormatException>(() => runtime.CreateInterpreter()).Message);
        fail = false;

        Assert.Equal([runtime.Main], runtime.Interpreters);
        Assert.True(probe.IsDisposed);
        Assert.Equal(InterpreterPhase.Closed, half!.Phase);
        Assert.Throws<InterpreterClosedException>(() => half.Enter(_ => { }));
        Assert.Throws<InterpreterNotFoundException>(() => runtime.GetInterpreter(half.Id));
        Assert.NotEqual(half.Id, runtime.CreateInterpreter().Id);
    }

    [Fact]
    public void LIF_26_AMainInterpreterThatCannotBe_MakesNoRuntime()
    {
        var error = Assert.Throws<FormatException>(() => RuntimeState.Initialize(new RuntimeOptions
        {
            AuditHooks = [audit => _ = audit.Name == "interpreter.create" ? throw new FormatException("injected") : 0],
        }));
        Assert.Equal("injected", error.Message);
    }

    [Fact]
    public void LIF_27_AnInterpreterThatIsStillBeingCreated_IsNotListed()
    {
        IReadOnlyList<InterpreterState>? listed = null;
        Exception? lookup = null;
        runtime.AddAuditHook(audit =>
        {
            if (audit.Name != "interpreter.create") return;
            Harness.InParallel(() => listed = runtime.Interpreters);
            lookup = Record.Exception(() => runtime.GetInterpreter(audit.Interpreter!.Id));
        });
        var interp = runtime.CreateInterpreter();

        Assert.Equal([runtime.Main], listed);
        Assert.IsType<InterpreterNotFoundException>(lookup);
        Assert.Equal([runtime.Main, interp], runtime.Interpreters);
    }

    private sealed class Probe : IDisposable
    {
        public bool IsDisposed { get; private set; }

        public void Dispose() => IsDisposed = true;
    }
}
