namespace ExplicitContext.Runtime;

// What reaches the main thread only, or all threads at once.
public sealed partial class RuntimeState
{
    internal bool HasMainThreadWork => mainThread.IsInterrupted || mainThread.Calls.Any;

    /// <summary>
    /// Interrupts what the main thread runs in the main interpreter: its next check throws <see cref="InterpreterInterruptedException"/>. Where it is
    /// not there, the first check after it has come does. May be called from any thread, such as from <see cref="Console.CancelKeyPress"/>.
    /// </summary>
    /// <remarks>Source: CPython <c>PyErr_SetInterrupt</c>, which reaches only the main thread of the main interpreter.</remarks>
    public void Interrupt()
    {
        mainThread.Interrupt();
        TellMainThread();
    }

    /// <summary>Leaves a call for the main thread, to run when it next checks its breaker in the main interpreter.</summary>
    /// <remarks>Source: CPython <c>Py_AddPendingCall</c>, <c>pending_mainthread</c>.</remarks>
    /// <param name="call">Gets the main thread's state. What it throws comes out of that thread's check.</param>
    /// <returns>False where 32 calls wait already: nothing was left.</returns>
    /// <exception cref="RuntimeFinalizedException">The runtime has been disposed of.</exception>
    public bool AddMainThreadCall(Action<ThreadState> call)
    {
        ArgumentNullException.ThrowIfNull(call);
        if (Phase == RuntimePhase.Finalized) throw new RuntimeFinalizedException();
        if (!mainThread.Calls.TryAdd(call)) return false;
        TellMainThread();
        return true;
    }

    /// <summary>
    /// Stops all threads of all interpreters: each at its next check, or where it tries to get in. The caller leaves the interpreter that it is in
    /// until the stop is over, and may look into all of them meanwhile; see <see cref="InterpreterState.GetThreadState"/>.
    /// </summary>
    /// <remarks>Source: CPython <c>_PyEval_StopTheWorldAll</c>. Waits for a thread that never checks its breaker.</remarks>
    /// <returns>Dispose of it to let all go on.</returns>
    /// <exception cref="AttachmentException">The calling thread has stopped all, or all others of its interpreter, already.</exception>
    [ContextEntry]
    public WorldStop StopTheWorld()
    {
        if (ThreadState.TryGetCurrent(out var caller)) caller.Release();
        try
        {
            world.Enter();
        }
        catch
        {
            caller?.Reacquire();
            throw;
        }

        var held = new List<ThreadState>();
        foreach (var interp in Interpreters)
        {
            if (held.Any(other => other.Interp.Gate == interp.Gate)) continue;
            var tstate = interp.States.OfThisThread;
            if (tstate.TryHold()) held.Add(tstate);
        }

        return new WorldStop(world, caller, held);
    }

    internal void RunMainThreadCalls(ThreadState tstate) => mainThread.Calls.Run(tstate);

    internal bool TakeInterrupt() => mainThread.TakeInterrupt();

    private void TellMainThread()
    {
        Interlocked.MemoryBarrier();
        // Also where it has let others in, for it may sleep.
        if (Phase >= RuntimePhase.Initialized) Main.States.TryFind(MainThread)?.SetBreaker(BreakerBits.Pending | BreakerBits.Interrupt);
    }
}
