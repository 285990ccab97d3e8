namespace ExplicitContext.Runtime.Tests;

/// <summary>Module state by slots, and ISO: the isolation that it gives.</summary>
public sealed class SlotTests : IDisposable
{
    private readonly RuntimeState runtime = RuntimeState.Initialize();

    public void Dispose() => runtime.Dispose();

    [Fact]
    public void ISO_01_StateSetInOneInterpreter_IsInvisibleInAnother()
    {
        var slots = Enumerable.Range(0, 200).Select(_ => new InterpreterSlot<List<long>>(_ => [])).ToList();
        var a = runtime.CreateInterpreter();
        var b = runtime.CreateInterpreter();
        foreach (var interp in new[] { a, b })
        {
            interp.Enter(tstate => slots.ForEach(slot => tstate.Interp.GetState(slot).Add(tstate.Interp.Id.Value)));
        }

        a.Enter(tstate => Assert.All(slots, slot => Assert.Equal([1], tstate.Interp.GetState(slot))));
        b.Enter(tstate => Assert.All(slots, slot => Assert.Equal([2], tstate.Interp.GetState(slot))));
    }

    [Fact]
    public void ISO_09_ClosingOneInterpreter_DoesNotDisposeOfAnothersState()
    {
        var slot = new InterpreterSlot<Probe>(_ => new Probe());
        var a = runtime.CreateInterpreter();
        var b = runtime.CreateInterpreter();
        var ofA = a.Enter(tstate => tstate.Interp.GetState(slot));
        var ofB = b.Enter(tstate => tstate.Interp.GetState(slot));

        a.Close();

        Assert.True(ofA.IsDisposed);
        Assert.False(ofB.IsDisposed);
        Assert.Same(ofB, b.Enter(tstate => tstate.Interp.GetState(slot)));
    }

    [Fact]
    public void TheFactoryRunsOncePerInterpreter_AndGetsIt()
    {
        var made = new List<long>();
        var slot = new InterpreterSlot<object>(interp =>
        {
            made.Add(interp.Id.Value);
            return new object();
        });
        for (var i = 0; i < 3; i++) runtime.Main.Enter(tstate => tstate.Interp.GetState(slot));
        runtime.CreateInterpreter().Enter(tstate => tstate.Interp.GetState(slot));

        Assert.Equal([0, 1], made);
    }

    [Fact]
    public void AFactoryThatAsksForItsOwnSlot_IsAnError()
    {
        InterpreterSlot<object> slot = null!;
        slot = new InterpreterSlot<object>(interp => interp.GetState(slot));

        runtime.Main.Enter(tstate =>
        {
            var error = Assert.Throws<InterpreterException>(() => tstate.Interp.GetState(slot));
            Assert.Contains("InterpreterSlot<System.Object>", error.Message);
        });
    }

    [Fact]
    public void AFactoryThatFails_IsAskedAgainNextTime()
    {
        var attempts = 0;
        var slot = new InterpreterSlot<Probe>(_ => attempts++ == 0 ? throw new FormatException() : new Probe());
        runtime.Main.Enter(tstate =>
        {
            Assert.Throws<FormatException>(() => tstate.Interp.GetState(slot));
            Assert.NotNull(tstate.Interp.GetState(slot));
        });
        Assert.Throws<InterpreterException>(() => runtime.Main.Enter(tstate => tstate.Interp.GetState(new InterpreterSlot<Probe>(_ => null!))));
        Assert.Throws<ArgumentNullException>(() => new InterpreterSlot<Probe>(null!));
    }

    [Fact]
    public void StateAskedForFromOutside_IsAnError()
    {
        var slot = new InterpreterSlot<Probe>(_ => new Probe());
        Assert.Throws<NotAttachedException>(() => runtime.Main.GetState(slot));
        runtime.Main.Enter(tstate =>
        {
            using (tstate.AllowThreads()) Assert.Throws<NotAttachedException>(() => runtime.Main.GetState(slot));
            Harness.InParallel(() => Assert.Throws<NotAttachedException>(() => runtime.Main.GetState(slot)));
            runtime.CreateInterpreter().Enter(_ => Assert.Throws<NotAttachedException>(() => runtime.Main.GetState(slot)));
        });
    }

    private sealed class Probe : IDisposable
    {
        public bool IsDisposed { get; private set; }

        public void Dispose() => IsDisposed = true;
    }
}
