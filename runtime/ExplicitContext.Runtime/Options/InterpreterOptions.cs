namespace ExplicitContext.Runtime;

/// <summary>What one interpreter is told at its creation. Immutable; safe to share between threads.</summary>
/// <remarks>
/// <para>What is left out is as in <see cref="Isolated"/>. An interpreter that is created from inside another one inherits nothing from it. The
/// options isolate state and scheduling among code that keeps to the rules; they are no security boundary.</para>
/// <para>Source: CPython <c>PyInterpreterConfig</c> in <c>cpython/pylifecycle.h</c>, PEP 684.</para>
/// </remarks>
public sealed partial record InterpreterOptions
{
    /// <summary>
    /// How long a thread runs while another waits for the interpreter's lock, until it is asked to give way. 5 milliseconds unless set.
    /// Every interpreter has its own; see <see cref="InterpreterState.SwitchInterval"/>.
    /// </summary>
    public TimeSpan SwitchInterval { get; init; } = TimeSpan.FromMilliseconds(5);

    /// <summary>Which lock the interpreter runs under. Its own unless set.</summary>
    /// <remarks>Source: <c>gil</c>.</remarks>
    public InterpreterLockKind Lock { get; init; }

    /// <summary>
    /// Whether what the interpreter uses up is counted on the main interpreter's account, and its limits are held against what all on that account
    /// have used. False unless set. Only together with the main interpreter's lock, which guards the account.
    /// </summary>
    /// <remarks>Source: <c>use_main_obmalloc</c>: what the allocator is there, the account is here, since .NET has one heap for all.</remarks>
    public bool UseMainAccount { get; init; }

    /// <summary>Whether code inside may split the process in two, which starting another one begins with. False unless set.</summary>
    /// <remarks>Source: <c>allow_fork</c>. See <see cref="InterpreterState.StartProcess"/>.</remarks>
    public bool AllowFork { get; init; }

    /// <summary>Whether code inside may load another program into a process, which starting another one ends with. False unless set.</summary>
    /// <remarks>Source: <c>allow_exec</c>. See <see cref="InterpreterState.StartProcess"/>.</remarks>
    public bool AllowExec { get; init; }

    /// <summary>Whether <see cref="InterpreterState.StartThread"/> is allowed. True unless set.</summary>
    /// <remarks>Source: <c>allow_threads</c>.</remarks>
    public bool AllowThreads { get; init; } = true;

    /// <summary>Whether threads may be started that closing does not wait for. False unless set.</summary>
    /// <remarks>Source: <c>allow_daemon_threads</c>.</remarks>
    public bool AllowDaemonThreads { get; init; }

    /// <summary>
    /// Whether a <see cref="Component"/> that the process has one instance of is refused while another interpreter uses it. True unless set.
    /// See <see cref="InterpreterState.ComponentCheckOverride"/> for an exception during the run.
    /// </summary>
    /// <remarks>Source: <c>check_multi_interp_extensions</c>.</remarks>
    public bool CheckComponents { get; init; } = true;

    /// <summary>How many calls of <see cref="ThreadState.EnterRecursiveCall"/> may be open at once on one thread. 1,000 unless set; see <see cref="InterpreterState.RecursionLimit"/>.</summary>
    public int RecursionLimit { get; init; } = 1000;

    /// <summary>How long <see cref="InterpreterState.Close()"/> waits for threads and guards before it gives up. 30 seconds unless set.</summary>
    public TimeSpan CloseTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>What the interpreter may use up. Nothing is limited unless set.</summary>
    public InterpreterLimits Limits { get; init; } = new();

    /// <summary>Who made the interpreter for purposes of its own. Where set, only the owner may run in it and close it.</summary>
    public InterpreterOwner? Owner { get; init; }
}
