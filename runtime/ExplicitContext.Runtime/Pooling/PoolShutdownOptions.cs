namespace ExplicitContext.Runtime;

/// <summary>How a pool is to be shut down. Immutable; safe to share between threads.</summary>
/// <remarks>Source: the arguments of <c>concurrent.futures.Executor.shutdown</c>, and <see cref="CloseOptions"/>.</remarks>
public sealed record PoolShutdownOptions
{
    /// <summary>How long to wait, in all; infinite unless set. Zero takes no more work, and closes what is idle.</summary>
    public TimeSpan Timeout { get; init; } = System.Threading.Timeout.InfiniteTimeSpan;

    /// <summary>Whether work that has not begun is cancelled. False unless set: then it is done first.</summary>
    public bool CancelPending { get; init; }

    /// <summary>
    /// Whether work that goes on is ended, and with it all that has not begun: its next <see cref="ThreadState.CheckBreaker"/> throws
    /// <see cref="InterpreterFinalizingException"/>, and so does the end of its <see cref="ThreadState.AllowThreads"/> scope. False unless set.
    /// </summary>
    public bool StopRunning { get; init; }
}
