namespace ExplicitContext.Runtime.Tests;

/// <summary>Knows that at most one thread is inside an interpreter, and that nobody waits for a lock that is free.</summary>
internal sealed class InsideOracle(InterpreterState interp)
{
    private int inside;

    /// <summary>How many times somebody was inside.</summary>
    public int Visits { get; private set; }

    /// <summary>Something that an attached thread does, and in the midst of which it may be stopped.</summary>
    public void Work(ThreadState tstate)
    {
        Assert.Same(tstate, interp.GetThreadState());
        Assert.True(Interlocked.Increment(ref inside) == 1, $"Two threads are inside {interp}.");
        Visits++;
        interp.Seam?.Point("inside");
        Assert.True(Interlocked.Decrement(ref inside) == 0, $"Two threads are inside {interp}.");
        Assert.Same(tstate, interp.GetThreadState());
    }

    /// <summary>What is wrong where nobody can go on without a timeout.</summary>
    public string? WhenIdle() =>
        interp.Gate.Holder is null && interp.Gate.WaiterCount > 0 ? $"Lost wake-up: {interp.Gate.WaiterCount} threads wait for the lock of {interp}, which is free." : null;

    /// <summary>What must hold at the end.</summary>
    public void AssertLeft()
    {
        Assert.Equal(0, inside);
        Assert.Null(interp.Gate.Holder);
        Assert.Equal(0, interp.Gate.WaiterCount);
        Assert.False(interp.Gate.IsHandOverRequested);
        Assert.Equal(0, interp.ThreadCount);
    }
}
