namespace ExplicitContext.Runtime;

/// <summary>How an interpreter is to be closed. Immutable; safe to share between threads.</summary>
public sealed record CloseOptions
{
    /// <summary>How long to wait for threads, guards and the lock; infinite unless set. Once exit functions run, they are waited for.</summary>
    public TimeSpan Timeout { get; init; } = System.Threading.Timeout.InfiniteTimeSpan;

    /// <summary>
    /// Whether a run that goes on is ended: its next <see cref="ThreadState.CheckBreaker"/> throws <see cref="InterpreterFinalizingException"/>.
    /// False unless set: then closing is refused while the interpreter runs, as PEP 734 has it.
    /// </summary>
    public bool StopRunning { get; init; }
}
