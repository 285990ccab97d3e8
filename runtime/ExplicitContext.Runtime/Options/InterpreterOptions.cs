namespace ExplicitContext.Runtime;

/// <summary>What one interpreter is told at its creation. Immutable; safe to share between threads.</summary>
/// <remarks>Source: CPython <c>PyInterpreterConfig</c>, PEP 684. An interpreter that is created from inside another one inherits nothing from it.</remarks>
public sealed partial record InterpreterOptions
{
    /// <summary>
    /// How long a thread runs while another waits for the interpreter's lock, until it is asked to give way. 5 milliseconds unless set.
    /// Every interpreter has its own; see <see cref="InterpreterState.SwitchInterval"/>.
    /// </summary>
    public TimeSpan SwitchInterval { get; init; } = TimeSpan.FromMilliseconds(5);

    /// <summary>Which lock the interpreter runs under. Its own unless set.</summary>
    public InterpreterLockKind Lock { get; init; }

    /// <summary>Whether <see cref="InterpreterState.StartThread"/> is allowed. True unless set.</summary>
    public bool AllowThreads { get; init; } = true;

    /// <summary>Whether threads may be started that closing does not wait for. False unless set.</summary>
    public bool AllowDaemonThreads { get; init; }

    /// <summary>How many calls of <see cref="ThreadState.EnterRecursiveCall"/> may be open at once on one thread. 1,000 unless set.</summary>
    public int RecursionLimit { get; init; } = 1000;

    /// <summary>How long <see cref="InterpreterState.Close()"/> waits for threads and guards before it gives up. 30 seconds unless set.</summary>
    public TimeSpan CloseTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>What the interpreter may use up. Nothing is limited unless set.</summary>
    public InterpreterLimits Limits { get; init; } = new();

    /// <summary>Who made the interpreter for purposes of its own. Where set, only the owner may run in it and close it.</summary>
    public InterpreterOwner? Owner { get; init; }
}
