namespace ExplicitContext.Runtime;

/// <summary>A lock over a few lines of the library. Nobody blocks, and no code of others runs, while it is held.</summary>
internal sealed class SmallLock(LockRank rank, ILockObserver? observer)
{
    private readonly ILockObserver? observer = observer;

    public LockRank Rank { get; } = rank;

    /// <summary>Takes the lock until the scope is disposed of.</summary>
    public Scope Enter()
    {
        observer?.Taking(this);
        Monitor.Enter(this);
        return new Scope(this);
    }

    /// <summary>The time for which the lock is held.</summary>
    public readonly ref struct Scope(SmallLock held)
    {
        public void Dispose()
        {
            Monitor.Exit(held);
            held.observer?.Released(held);
        }
    }
}
