namespace ExplicitContext.Runtime;

/// <summary>What only the main thread does, in the main interpreter.</summary>
/// <remarks>Source: CPython <c>ceval.pending_mainthread</c> and <c>_PyRuntimeState.main_thread</c>.</remarks>
internal sealed class MainThreadWork(RuntimeState runtime)
{
    private const int MostCalls = 32;

    [GuardedBy("atomic")]
    private int isInterrupted;

    /// <summary>The thread that started the runtime.</summary>
    public Thread Thread { get; } = Thread.CurrentThread;

    public PendingCalls Calls { get; } = new(MostCalls, runtime.LockObserver);

    public bool IsInterrupted => Volatile.Read(ref isInterrupted) != 0;

    public void Interrupt() => Volatile.Write(ref isInterrupted, 1);

    /// <summary>Takes the interruption upon itself.</summary>
    /// <returns>Whether there was one.</returns>
    public bool TakeInterrupt() => Interlocked.Exchange(ref isInterrupted, 0) != 0;
}
