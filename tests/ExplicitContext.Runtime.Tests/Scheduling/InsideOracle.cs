namespace ExplicitContext.Runtime.Tests;

/// <summary>Knows that at most one thread is inside interpreters that have one lock, and that nobody waits for it while it is free.</summary>
internal sealed class InsideOracle(params InterpreterState[] interps)
{
    private int inside;

    /// <summary>How many times somebody was inside.</summary>
    public int Visits { get; private set; }

    public bool IsAnybodyInside => inside > 0;

    private InterpreterLock Gate => interps[0].Gate;

    /// <summary>Something that an attached thread does, and in the midst of which it may be stopped.</summary>
    public void Work(ThreadState tstate)
    {
        Assert.Contains(tstate.Interp, interps);
        Assert.Same(tstate, tstate.Interp.GetThreadState());
        Assert.True(Interlocked.Increment(ref inside) == 1, "Two threads are inside at once.");
        Visits++;
        tstate.Interp.Seam?.Point("inside");
        Assert.True(Interlocked.Decrement(ref inside) == 0, "Two threads were inside at once.");
        Assert.Same(tstate, tstate.Interp.GetThreadState());
    }

    /// <summary>What is wrong where nobody can go on without a timeout.</summary>
    public string? WhenIdle() =>
        Gate.Holder is null && Gate.WaiterCount > 0 ? $"Lost wake-up: {Gate.WaiterCount} threads wait for the lock of {interps[0]}, which is free." : null;

    /// <summary>That all have left, and that the interpreters can be closed now.</summary>
    public void AssertOpen(int visits)
    {
        Assert.Equal(visits, Visits);
        AssertLeft();
        foreach (var interp in interps.Where(interp => interp.Phase == InterpreterPhase.Ready)) Assert.True(interp.Close());
    }

    /// <summary>That all have left, and that the one close there was has closed the interpreters.</summary>
    public void AssertClosed()
    {
        AssertLeft();
        foreach (var interp in interps)
        {
            Assert.Equal(InterpreterPhase.Closed, interp.Phase);
            Assert.DoesNotContain(interp, interp.Runtime.Interpreters);
            Assert.False(interp.Close());
        }
    }

    private void AssertLeft()
    {
        Assert.Equal(0, inside);
        Assert.Null(Gate.Holder);
        Assert.Equal(0, Gate.WaiterCount);
        Assert.False(Gate.IsHandOverRequested);
        Assert.All(interps, interp => Assert.Equal(0, interp.ThreadCount));
    }
}
