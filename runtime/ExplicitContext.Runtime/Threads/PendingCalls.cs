using System.Diagnostics.CodeAnalysis;

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

    [GuardedBy(nameof(sync))]
    private bool isSealed;

    [GuardedBy("atomic")]
    private int count;

    [GuardedBy("atomic")]
    private ThreadState? runner;

    /// <summary>Whether any call waits.</summary>
    public bool Any => Volatile.Read(ref count) > 0;

    /// <summary>Whether no more are accepted, because the interpreter finalizes.</summary>
    public bool IsSealed
    {
        get
        {
            using (sync.Enter()) return isSealed;
        }
    }

    /// <summary>Leaves a call.</summary>
    /// <returns>False where as many wait as may, or no more are accepted.</returns>
    public bool TryAdd(Action<ThreadState> call)
    {
        using (sync.Enter())
        {
            if (isSealed || calls.Count >= capacity) return false;
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
                if (TryTake(out var call)) call(tstate);
            }
        }
        finally
        {
            tstate.Interp.Seam?.Point("pending.ran");
            Volatile.Write(ref runner, null);
            if (Any) tstate.SetBreaker(BreakerBits.Pending);
        }
    }

    /// <summary>Takes the next call for a thread that is the last to come, also where another one has begun to run them. No more are accepted.</summary>
    public bool TrySealAndTake([NotNullWhen(true)] out Action<ThreadState>? call)
    {
        using (sync.Enter()) isSealed = true;
        return TryTake(out call);
    }

    private bool TryTake([NotNullWhen(true)] out Action<ThreadState>? call)
    {
        using (sync.Enter())
        {
            if (!calls.TryDequeue(out call)) return false;
            Interlocked.Decrement(ref count);
            return true;
        }
    }
}
