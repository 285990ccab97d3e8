namespace ExplicitContext.Runtime;

/// <summary>The queues and channels between the interpreters of a runtime.</summary>
internal sealed class CrossObjects(ILockObserver? observer)
{
    private readonly SmallLock sync = new(LockRank.Messaging, observer);

    public SmallLock Sync => sync;
}
