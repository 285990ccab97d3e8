namespace ExplicitContext.Runtime;

public sealed partial class InterpreterState
{
    [GuardedBy("atomic")]
    private int phase = (int)InterpreterPhase.Ready;

    [GuardedBy(nameof(Gate))]
    private Stack<Action<ThreadState>>? exitFunctions;

    /// <summary>Registers a function that closing runs, inside this interpreter and on the closing thread; last in, first out. Call it from inside.</summary>
    /// <remarks>Source: the <c>atexit</c> module, which is per interpreter since CPython 3.10.</remarks>
    /// <param name="function">Gets the closing thread's state. What it throws is collected; the others still run.</param>
    /// <exception cref="NotAttachedException">The calling thread does not hold this interpreter's lock.</exception>
    /// <exception cref="InterpreterFinalizingException">Exit functions run already; an exit function cannot add another.</exception>
    public void AtExit(Action<ThreadState> function)
    {
        ArgumentNullException.ThrowIfNull(function);
        RequireInside();
        if (Phase >= InterpreterPhase.Finalizing) throw Unavailable();
        (exitFunctions ??= new()).Push(function);
    }

    /// <summary>
    /// Closes the interpreter. From the call on nobody enters anew. A thread inside gets its switch interval, after which its next
    /// <see cref="ThreadState.CheckBreaker"/> throws <see cref="InterpreterFinalizingException"/>, as does the end of its
    /// <see cref="ThreadState.AllowThreads"/> scope; a thread that does neither is waited for until it leaves. Then the exit functions run, the
    /// module state is disposed of, newest first, and the interpreter is gone from <see cref="RuntimeState.Interpreters"/>.
    /// </summary>
    /// <remarks>Source: CPython <c>Py_EndInterpreter</c>, PEP 788. Unlike there, no thread is ever parked for good.</remarks>
    /// <returns>True for the one call that closed it; false where it was closed, or being closed by another thread, before.</returns>
    /// <exception cref="InterpreterCloseRefusedException">It is the main interpreter, or the calling thread is inside. Nothing has changed.</exception>
    /// <exception cref="InterpreterCloseFailedException">
    /// Exit functions have failed, or the interpreter that the thread came from was closed meanwhile. This one is closed nevertheless.
    /// </exception>
    [ContextEntry]
    public bool Close()
    {
        if (Id == InterpreterId.Main) throw InterpreterCloseRefusedException.MainInterpreter();
        if (IsEnteredByThisThread) throw InterpreterCloseRefusedException.FromInside(Id);

        _ = ThreadState.TryGetCurrent(out var previous);
        var errors = new List<Exception>();
        var closed = TryClose(previous, errors);
        return errors.Count == 0 ? closed : throw new InterpreterCloseFailedException(Id, errors);
    }

    /// <summary>Closes the interpreter; a second call does nothing. See <see cref="Close"/>.</summary>
    /// <exception cref="InterpreterCloseRefusedException">As for <see cref="Close"/>.</exception>
    /// <exception cref="InterpreterCloseFailedException">As for <see cref="Close"/>.</exception>
    public void Dispose() => Close();

    /// <summary>Closes without asking whether this may be done. Exactly one caller wins.</summary>
    /// <param name="previous">The state that the calling thread is attached with, which is swapped out meanwhile.</param>
    /// <param name="errors">Collects what exit functions, disposals and the way back to <paramref name="previous"/> throw.</param>
    internal bool TryClose(ThreadState? previous, List<Exception> errors)
    {
        if (!Advance(InterpreterPhase.Ready, InterpreterPhase.Closing)) return false;

        var tstate = threadStates.OfThisThread;
        try
        {
            tstate.SwapIn(previous);
        }
        catch
        {
            // Interrupted while waiting for the lock: nothing has happened yet.
            Advance(InterpreterPhase.Closing, InterpreterPhase.Ready);
            throw;
        }

        tstate.Depth++;
        Advance(InterpreterPhase.Closing, InterpreterPhase.Finalizing);
        Gate.Seal(tstate);
        RunExitFunctions(tstate, errors);
        slots.Clear(errors);
        tstate.Depth--;
        Advance(InterpreterPhase.Finalizing, InterpreterPhase.Closed);
        tstate.Retire();
        threadStates.Clear();
        Runtime.Unregister(this);
        try
        {
            tstate.SwapOut(previous);
        }
        catch (InterpreterFinalizingException lost)
        {
            errors.Add(lost);
        }

        return true;
    }

    private void RunExitFunctions(ThreadState tstate, List<Exception> errors)
    {
        while (exitFunctions is not null && exitFunctions.TryPop(out var function))
        {
            try
            {
                function(tstate);
            }
            catch (Exception error)
            {
                errors.Add(error);
            }
        }
    }

    private bool Advance(InterpreterPhase from, InterpreterPhase to) => Interlocked.CompareExchange(ref phase, (int)to, (int)from) == (int)from;
}
