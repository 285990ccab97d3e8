namespace ExplicitContext.Runtime.Tests;

/// <summary>Counts the small locks that the library takes, by rank.</summary>
internal sealed class LockCensus : ILockObserver
{
    private readonly int[] taken = new int[Enum.GetValues<LockRank>().Length];

    public int this[LockRank rank] => Volatile.Read(ref taken[(int)rank]);

    public void Clear() => Array.Clear(taken);

    public void Taking(SmallLock taken) => Interlocked.Increment(ref this.taken[(int)taken.Rank]);

    public void Released(SmallLock released)
    {
    }

    public void Blocking()
    {
    }
}
