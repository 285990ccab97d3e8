using System.Diagnostics.CodeAnalysis;

namespace ExplicitContext.Runtime;

// Calls that other threads leave here.
public sealed partial class InterpreterState
{
    internal const int MostPendingCalls = 300;

    [GuardedBy("atomic")]
    private PendingCalls? pendingCalls;

    private PendingCalls PendingCalls =>
        Volatile.Read(ref pendingCalls) ?? LazyInitializer.EnsureInitialized(ref pendingCalls, () => new PendingCalls(MostPendingCalls, Runtime.LockObserver));

    /// <summary>
    /// Leaves a call for whichever thread runs in this interpreter next checks its breaker; where none does, for the next one that enters, and at
    /// the latest for the one that closes it. May be called from any thread.
    /// </summary>
    /// <remarks>Source: CPython <c>_PyEval_AddPendingCall</c>.</remarks>
    /// <param name="call">Gets the state of the thread that runs it. What it throws comes out of that thread's check.</param>
    /// <returns>False where 300 calls wait already: nothing was left.</returns>
    /// <exception cref="InterpreterFinalizingException">The interpreter is finalizing or closed.</exception>
    public bool AddPendingCall(Action<ThreadState> call)
    {
        ArgumentNullException.ThrowIfNull(call);

        // Made before the phase is looked at: whoever closes looks for them after it has moved the phase on.
        var calls = PendingCalls;
        if (Phase >= InterpreterPhase.Finalizing) throw Unavailable();
        Seam?.Point("pending.add");
        if (!calls.TryAdd(call)) return calls.IsSealed ? throw Unavailable() : false;
        TellHolder(BreakerBits.Pending);
        return true;
    }

    /// <summary>Whether calls wait that a thread may run.</summary>
    internal bool HasPendingFor(ThreadState tstate) =>
        Volatile.Read(ref pendingCalls)?.Any == true || (Id == InterpreterId.Main && tstate.Thread == Runtime.MainThread && Runtime.HasMainThreadWork);

    internal void RunPendingCalls(ThreadState tstate)
    {
        if (Id == InterpreterId.Main && tstate.Thread == Runtime.MainThread) Runtime.RunMainThreadCalls(tstate);
        Volatile.Read(ref pendingCalls)?.Run(tstate);
    }

    /// <summary>Takes a call that was left while the phase moved on to finalizing, or that another thread has begun to run and cannot come back for. No more are accepted.</summary>
    internal bool TryTakeLastPendingCall([NotNullWhen(true)] out Action<ThreadState>? call)
    {
        call = null;
        return Volatile.Read(ref pendingCalls)?.TrySealAndTake(out call) == true;
    }

    /// <summary>Asks the thread that is attached, if any. One that attaches meanwhile looks for itself.</summary>
    internal void TellHolder(BreakerBits bits)
    {
        Interlocked.MemoryBarrier();
        Seam?.Point("holder.find");
        var holder = AttachedThread;
        Seam?.Point("holder.tell");
        holder?.SetBreaker(bits);
    }
}
