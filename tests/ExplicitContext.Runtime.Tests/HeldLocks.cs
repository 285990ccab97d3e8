namespace ExplicitContext.Runtime.Tests;

/// <summary>Knows how many of the library's small locks the calling thread holds.</summary>
internal sealed class HeldLocks : ILockObserver, IDisposable
{
    private readonly ThreadLocal<int> held = new();
    private int checks;

    /// <summary>How often somebody has asked.</summary>
    public int Checks => Volatile.Read(ref checks);

    /// <summary>To be called where code of users runs.</summary>
    public void AssertNone()
    {
        Interlocked.Increment(ref checks);
        Assert.Equal(0, held.Value);
    }

    public void Taking(SmallLock taken) => held.Value++;

    public void Released(SmallLock released) => held.Value--;

    public void Blocking() => Assert.Equal(0, held.Value);

    public void Dispose() => held.Dispose();
}
