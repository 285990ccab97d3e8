namespace ExplicitContext.Runtime;

// The interpreter's end.
public sealed partial class InterpreterState
{
    [GuardedBy(nameof(Gate))]
    private Stack<Action<ThreadState>>? exitFunctions;

    [GuardedBy("atomic")]
    private CancellationTokenSource? closingSource;

    /// <summary>Is cancelled when somebody begins to close the interpreter: the sign for its threads to come to an end.</summary>
    /// <remarks>Source: <c>threading._register_atexit</c>.</remarks>
    public CancellationToken ClosingToken
    {
        get
        {
            var source = LazyInitializer.EnsureInitialized(ref closingSource, () => new CancellationTokenSource());
            Seam?.Point("closing-token");

            // Whoever closes moves the phase on before it looks for a source, and may have found none.
            if (Phase != InterpreterPhase.Ready) source.Cancel();
            return source.Token;
        }
    }

    internal ThreadStateTable States => threadStates;

    /// <summary>Registers a function that closing runs, inside this interpreter and on the closing thread; last in, first out. Call it from inside.</summary>
    /// <remarks>Source: the <c>atexit</c> module, which is per interpreter since CPython 3.10.</remarks>
    /// <param name="function">Gets the closing thread's state. What it throws is collected; the others still run.</param>
    /// <exception cref="NotAttachedException">The calling thread does not hold this interpreter's lock.</exception>
    /// <exception cref="InterpreterFinalizingException">Exit functions run already; an exit function cannot add another.</exception>
    [ContextEntry]
    public void AtExit(Action<ThreadState> function)
    {
        ArgumentNullException.ThrowIfNull(function);
        RequireInside();
        if (Phase >= InterpreterPhase.Finalizing) throw Unavailable();
        (exitFunctions ??= new()).Push(function);
    }

    /// <summary>
    /// Closes the interpreter: <see cref="Close(CloseOptions)"/> with <see cref="InterpreterOptions.CloseTimeout"/>, and with exceptions for what went wrong.
    /// </summary>
    /// <returns>True for the one call that closed it; false where it was closed, or being closed by another thread, before.</returns>
    /// <exception cref="InterpreterCloseRefusedException">It is the main interpreter, or the calling thread is inside. Nothing has changed.</exception>
    /// <exception cref="InterpreterAlreadyRunningException">A run goes on. Nothing has changed.</exception>
    /// <exception cref="InterpreterOriginException">It belongs to somebody else. Nothing has changed.</exception>
    /// <exception cref="InterpreterCloseBlockedException">A thread or a guard did not go in time. Nobody enters any more; closing again goes on.</exception>
    /// <exception cref="InterpreterCloseFailedException">
    /// Exit functions have failed, or the interpreter that the thread came from was closed meanwhile. This one is closed nevertheless.
    /// </exception>
    [ContextEntry]
    public bool Close()
    {
        var result = Close(new CloseOptions { Timeout = Options.CloseTimeout });
        if (result.Outcome == CloseOutcome.Blocked) throw new InterpreterCloseBlockedException(Id, result.Blockers);
        return result.Errors.Count == 0 ? result.Outcome == CloseOutcome.Closed : throw new InterpreterCloseFailedException(Id, result.Errors);
    }

    /// <summary>
    /// Closes the interpreter. From the call on nobody enters anew, and <see cref="ClosingToken"/> is cancelled. Then, in this order: threads and
    /// guards are waited for; the lock is taken, where a thread inside gets its switch interval, after which its next
    /// <see cref="ThreadState.CheckBreaker"/> throws <see cref="InterpreterFinalizingException"/>, as does the end of its
    /// <see cref="ThreadState.AllowThreads"/> scope; pending calls run; exit functions run; module state is disposed of, that of the
    /// threads first, the newest first in each; what the
    /// interpreter left in queues and channels follows their rules; and it is gone from <see cref="RuntimeState.Interpreters"/>.
    /// </summary>
    /// <remarks>Source: CPython <c>Py_EndInterpreter</c>, PEP 788. Unlike there, no thread is ever parked for good.</remarks>
    /// <param name="options">How long to wait, and whether to end a run that goes on.</param>
    /// <returns>How it went, with who did not leave and what was thrown.</returns>
    /// <exception cref="InterpreterCloseRefusedException">It is the main interpreter, or the calling thread is inside. Nothing has changed.</exception>
    /// <exception cref="InterpreterAlreadyRunningException">A run goes on and is not to be stopped. Nothing has changed.</exception>
    /// <exception cref="InterpreterOriginException">It belongs to somebody else. Nothing has changed.</exception>
    [ContextEntry]
    public CloseResult Close(CloseOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        if (Options.Owner is not null) throw new InterpreterOriginException(this, "close it");
        return CloseFrom(Caller, options, CancellationToken.None);
    }

    /// <summary>As <see cref="Close(CloseOptions)"/>, on a thread of its own.</summary>
    /// <param name="timeout">How long to wait; <see cref="Timeout.InfiniteTimeSpan"/> for ever.</param>
    /// <param name="cancellationToken">Ends the waiting, as if the time were up.</param>
    /// <returns>How it went.</returns>
    /// <exception cref="InterpreterCloseRefusedException">It is the main interpreter, or the calling thread is inside. Nothing has changed.</exception>
    public Task<CloseResult> CloseAsync(TimeSpan timeout, CancellationToken cancellationToken = default)
    {
        if (Options.Owner is not null) throw new InterpreterOriginException(this, "close it");
        RefuseFromInside();
        return Task.Factory.StartNew(
            () => CloseFrom(null, new CloseOptions { Timeout = timeout }, cancellationToken),
            CancellationToken.None,
            TaskCreationOptions.LongRunning,
            TaskScheduler.Default);
    }

    /// <summary>Closes the interpreter; a second call does nothing. See <see cref="Close()"/>.</summary>
    public void Dispose() => Close();

    /// <summary>Closes the interpreter on a thread of its own; a second call does nothing. See <see cref="Close()"/>.</summary>
    /// <returns>Ends when it is closed; faulted as <see cref="Close()"/> throws.</returns>
    public ValueTask DisposeAsync()
    {
        RefuseFromInside();
        return new ValueTask(Task.Factory.StartNew(() => Close(), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default));
    }

    /// <summary>Closes for a caller who has the right to.</summary>
    internal CloseResult CloseFrom(ThreadState? caller, CloseOptions options, CancellationToken cancellationToken)
    {
        RefuseFromInside();
        return CloseAny(caller, options, cancellationToken);
    }

    /// <summary>Closes without asking who may, the main interpreter too.</summary>
    internal CloseResult CloseAny(ThreadState? caller, CloseOptions options, CancellationToken cancellationToken)
    {
        var closing = new Closing(this, options.StopRunning, Deadline.After(options.Timeout, Runtime.Clock), cancellationToken);
        return TryBeginClosing(closing, options.StopRunning) ? closing.Run(caller) : CloseResult.AlreadyClosed;
    }

    /// <summary>Nobody left in time: whoever closes next goes on from here.</summary>
    internal void GiveUpClosing()
    {
        Seam?.Point("close.give-up");
        Volatile.Write(ref closer, null);
    }

    /// <summary>From now on only the closing thread is let in.</summary>
    internal void BeginFinalizing(ThreadState tstate)
    {
        Volatile.Write(ref closer, tstate);
        MoveOn(InterpreterPhase.Finalizing);
        Seam?.Point("close.refuse");
        Gate.Refuse(this);
    }

    internal void EndFinalizing()
    {
        MoveOn(InterpreterPhase.Closed);
        DissociateAll();
        threadStates.Clear();
        Seam?.Point("close.unregister");
        Runtime.Unregister(this);
    }

    internal void CancelClosingToken() => Volatile.Read(ref closingSource)?.Cancel();

    internal bool TryTakeExitFunction(out Action<ThreadState>? function)
    {
        function = null;
        return exitFunctions?.TryPop(out function) == true;
    }

    internal void ClearState(List<Exception> errors)
    {
        CloseLanguage(errors);
        DisposeOfSlots(errors);
        Variables.Clear();
    }

    private void RefuseFromInside()
    {
        if (Id == InterpreterId.Main) throw InterpreterCloseRefusedException.MainInterpreter();
        if (IsEnteredByThisThread) throw InterpreterCloseRefusedException.FromInside(Id);
    }
}
