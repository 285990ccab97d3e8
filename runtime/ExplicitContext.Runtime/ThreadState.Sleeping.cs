namespace ExplicitContext.Runtime;

// Waiting for something outside of the interpreter, and still hearing what others ask.
public sealed partial class ThreadState
{
    // What a thread does not sleep through. The other bits are for threads that hold the lock.
    private const BreakerBits Calling = BreakerBits.Interrupt | BreakerBits.Pending | BreakerBits.Quota | BreakerBits.AsyncException | BreakerBits.Cancelled;

    [GuardedBy("atomic")]
    private Waiter? sleeper;

    /// <summary>What was asked of the thread, of that which it does not sleep through.</summary>
    [GuardedBy("atomic")]
    internal BreakerBits Calls => (BreakerBits)Volatile.Read(ref breaker) & Calling;

    /// <summary>
    /// From now on, whoever asks something of the thread wakes it as well, until <see cref="EndSleep"/>. What was asked before is in
    /// <see cref="Calls"/>.
    /// </summary>
    /// <param name="waiter">What the thread is going to sleep on.</param>
    [GuardedBy("atomic")]
    internal void BeginSleep(Waiter waiter) => Interlocked.Exchange(ref sleeper, waiter);

    [GuardedBy("atomic")]
    internal void EndSleep() => Volatile.Write(ref sleeper, null);
}
