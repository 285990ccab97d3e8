using System.Collections.Immutable;

namespace ExplicitContext.Runtime;

/// <summary>What a runtime is told at its start. Immutable; safe to share between threads.</summary>
/// <remarks>Source: CPython <c>PyPreConfig</c> and <c>PyConfig</c>, PEP 587.</remarks>
public sealed partial record RuntimeOptions
{
    /// <summary>
    /// The clock that measures switch intervals, timeouts and limits: only its timestamps count, never the time of day. With
    /// <see cref="TimeProvider.System"/>, the default, a waiting thread times itself and needs no pool thread; any other clock is asked for a timer.
    /// </summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>The options of the main interpreter. <see cref="InterpreterOptions.Legacy"/> unless set: it runs the host's program, which may do all.</summary>
    public InterpreterOptions MainInterpreter { get; init; } = InterpreterOptions.Legacy;

    /// <summary>
    /// Whether only the thread that started the runtime may dispose of it, as CPython has it. False unless set, because a .NET host that awaits
    /// ends on another thread than it began on.
    /// </summary>
    public bool FinalizeOnMainThreadOnly { get; init; }

    /// <summary>
    /// Whether to note where each interpreter was created and each thread came in, so that leaks and blockers can be told with their stacks.
    /// False unless set, because a stack costs tens of microseconds.
    /// </summary>
    public bool CaptureStacks { get; init; }

    /// <summary>Whether to check at run time that the library takes its own locks in their order. False unless set; for tests.</summary>
    public bool CheckLockOrder { get; init; }

    /// <summary>What hears of interpreters that <see cref="RuntimeState.Dispose"/> had to close because nobody else did; null for nobody.</summary>
    public Action<InterpreterLeak>? OnLeak { get; init; }

    /// <summary>Hooks that are told of all that happens, from the runtime's start on. None unless set.</summary>
    public ImmutableArray<Action<AuditEvent>> AuditHooks { get; init; } = [];

    /// <summary>
    /// Opens files that code is read from, for all interpreters; null for a plain file. It cannot be changed once the runtime has started. Gets the
    /// state of the thread that reads and the full path; returns a stream that the caller disposes of, or throws to refuse.
    /// </summary>
    /// <remarks>Runs inside the interpreter; it may call back. Source: PEP 578, <c>PyFile_SetOpenCodeHook</c>.</remarks>
    public Func<ThreadState, string, Stream>? OpenCodeHook { get; init; }

    /// <summary>Decides in tests which thread goes on when; null, as always, leaves that to the operating system.</summary>
    internal ISchedulingSeam? Seam { get; init; }

    /// <summary>Counts in tests the small locks that are taken; null, as always, leaves them uncounted.</summary>
    internal ILockObserver? LockObserver { get; init; }

    /// <summary>The id of the first interpreter after the main one, in tests of the last one there is.</summary>
    internal long FirstId { get; init; } = 1;
}
