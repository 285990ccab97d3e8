namespace ExplicitContext.Runtime;

/// <summary>Calls that other threads have left for one that runs in an interpreter. One thread at a time runs them, first in, first out.</summary>
/// <remarks>Source: CPython <c>_pending_calls</c> and <c>make_pending_calls</c> in <c>ceval_gil.c</c>.</remarks>
/// <param name="capacity">How many may wait.</param>
/// <param name="observer">Told of the lock.</param>
internal sealed class PendingCalls(int capacity, ILockObserver? observer)
{
    private readonly SmallLock sync = new(LockRank.Leaf, observer);

    [GuardedBy(nameof(sync))]
    private readonly Queue<Action<ThreadState>> calls = new();

    [GuardedBy("atomic")]
    private int count;

    [GuardedBy("atomic")]
    private ThreadState? runner;

    /// <summary>Whether any call waits.</summary>
    public bool Any => Volatile.Read(ref count) > 0;

    /// <summary>Leaves a call.</summary>
    /// <returns>False where as many wait as may.</returns>
    public bool TryAdd(Action<ThreadState> call)
    {
        using (sync.Enter())
        {
            if (calls.Count >= capacity) return false;
            calls.Enqueue(call);
            Interlocked.Increment(ref count);
            return true;
        }
    }

    /// <summary>
    /// Runs the calls that wait now; those that are added meanwhile wait for the next time. Does nothing while another thread, or this one further
    /// up, does it. What a call throws comes out, and the rest stays.
    /// </summary>
    public void Run(ThreadState tstate)
    {
        if (Interlocked.CompareExchange(ref runner, tstate, null) is not null) return;
        try
        {
            for (var left = Volatile.Read(ref count); left > 0; left--)
            {
                tstate.Interp.Seam?.Point("pending.take");
                Take()(tstate);
            }
        }
        finally
        {
            tstate.Interp.Seam?.Point("pending.ran");
            Volatile.Write(ref runner, null);
            if (Any) tstate.SetBreaker(BreakerBits.Pending);
        }
    }

    private Action<ThreadState> Take()
    {
        using (sync.Enter())
        {
            Interlocked.Decrement(ref count);
            return calls.Dequeue();
        }
    }
}
