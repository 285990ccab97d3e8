namespace ExplicitContext.Runtime;

// How far the interpreter is on its way, and whether it runs: one word, so that running and closing cannot both begin.
public sealed partial class InterpreterState
{
    private const int PhaseMask = 0xFF;
    private const int RunningBit = 0x100;

    [GuardedBy("atomic")]
    private int state = (int)InterpreterPhase.Ready;

    // Whoever closes: a mark at first, then the closing thread's state.
    [GuardedBy("atomic")]
    private object? closer;

    /// <summary>How far the interpreter is on its way. Another thread may move it on at any time.</summary>
    public InterpreterPhase Phase => PhaseOf(Volatile.Read(ref state));

    /// <summary>
    /// Whether a <c>Run</c> or <c>Call</c> goes on. Threads beside it do not count; see <see cref="ThreadCount"/>. The main interpreter always runs,
    /// because its program is the host.
    /// </summary>
    /// <remarks>Source: PEP 734, <c>Interpreter.is_running</c>.</remarks>
    /// <exception cref="InterpreterClosedException">The interpreter is closed.</exception>
    public bool IsRunning
    {
        get
        {
            var seen = Volatile.Read(ref state);
            if (PhaseOf(seen) == InterpreterPhase.Closed) throw new InterpreterClosedException(Id);
            return Id == InterpreterId.Main || (seen & RunningBit) != 0;
        }
    }

    /// <summary>Whether a thread must not come in, because the interpreter lets only the closing one.</summary>
    internal bool IsShutTo(ThreadState tstate) => Phase >= InterpreterPhase.Finalizing && Volatile.Read(ref closer) != tstate;

    /// <summary>Why nobody can enter: the exception for the phase that the interpreter is in.</summary>
    internal InterpreterFinalizingException Unavailable() =>
        Phase == InterpreterPhase.Closed ? new InterpreterClosedException(Id) : new InterpreterFinalizingException(Id);

    /// <summary>Begins the one run that an interpreter does at a time.</summary>
    /// <param name="wanted">What for, in messages.</param>
    /// <param name="by">As whom; null for anybody.</param>
    /// <exception cref="InterpreterAlreadyRunningException">Another one goes on.</exception>
    /// <exception cref="InterpreterFinalizingException">The interpreter is closing or closed.</exception>
    /// <exception cref="InterpreterOriginException">The interpreter belongs to somebody else.</exception>
    internal void BeginRun(string wanted, InterpreterOwner? by = null)
    {
        if (Options.Owner is { } owner && owner != by) throw new InterpreterOriginException(this, wanted);
        if (Id == InterpreterId.Main) return;
        while (true)
        {
            Seam?.Point("run.begin");
            var seen = Volatile.Read(ref state);
            if (PhaseOf(seen) != InterpreterPhase.Ready) throw Unavailable();
            if ((seen & RunningBit) != 0) throw new InterpreterAlreadyRunningException(Id, wanted);
            Seam?.Point("run.beginning");
            if (Interlocked.CompareExchange(ref state, seen | RunningBit, seen) == seen) return;
        }
    }

    internal void EndRun()
    {
        if (Id == InterpreterId.Main) return;
        Interlocked.And(ref state, ~RunningBit);
        Seam?.Point("run.end");
    }

    /// <summary>Takes it upon the caller to close. From now on nobody enters anew.</summary>
    /// <returns>False where the interpreter is closed, or being closed by another.</returns>
    /// <exception cref="InterpreterAlreadyRunningException">It runs, and is not to be stopped.</exception>
    private bool TryBeginClosing(object mark, bool stopRunning)
    {
        while (true)
        {
            Seam?.Point("close.begin");
            var seen = Volatile.Read(ref state);
            switch (PhaseOf(seen))
            {
                case InterpreterPhase.Ready:
                    if ((seen & RunningBit) != 0 && !stopRunning) throw new InterpreterAlreadyRunningException(Id, "be closed");
                    Seam?.Point("close.beginning");
                    if (Interlocked.CompareExchange(ref state, (seen & ~PhaseMask) | (int)InterpreterPhase.Closing, seen) != seen) break;
                    Seam?.Point("close.begun");
                    return Interlocked.CompareExchange(ref closer, mark, null) is null;
                case InterpreterPhase.Closing:
                    // Somebody gave up waiting.
                    Seam?.Point("close.again");
                    return Interlocked.CompareExchange(ref closer, mark, null) is null;
                default:
                    return false;
            }
        }
    }

    private void MoveOn(InterpreterPhase to)
    {
        Seam?.Point("phase");
        int seen;
        do seen = Volatile.Read(ref state);
        while (Interlocked.CompareExchange(ref state, (seen & ~PhaseMask) | (int)to, seen) != seen);
    }

    private static InterpreterPhase PhaseOf(int state) => (InterpreterPhase)(state & PhaseMask);
}
