namespace ExplicitContext.Runtime;

/// <summary>Is told of every small lock that is taken: to check their order, and to count them.</summary>
internal interface ILockObserver
{
    /// <summary>The calling thread is going to take the lock.</summary>
    void Taking(SmallLock taken);

    /// <summary>The calling thread has given it back.</summary>
    void Released(SmallLock released);

    /// <summary>The calling thread is going to wait for an interpreter's lock, or to sleep.</summary>
    void Blocking();
}
