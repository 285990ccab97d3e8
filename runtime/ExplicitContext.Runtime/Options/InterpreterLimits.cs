namespace ExplicitContext.Runtime;

/// <summary>
/// What an interpreter may use up. Limits are looked at when threads check their breaker, so code that never does is not stopped: this is for
/// fairness among tenants, not for defence. Immutable; safe to share between threads.
/// </summary>
public sealed record InterpreterLimits
{
    /// <summary>How many threads the interpreter may have started that still run; null for any number.</summary>
    public int? MaxThreads { get; init; }

    /// <summary>How many items that the interpreter has put into queues may wait there; null for any number.</summary>
    public int? MaxQueuedItems { get; init; }

    /// <summary>How many bytes the interpreter's runs may allocate in all, counted per visit of a thread; null for any number.</summary>
    public long? MaxAllocatedBytes { get; init; }

    /// <summary>How long one run may take, by the runtime's clock; null for any time.</summary>
    public TimeSpan? MaxRunTime { get; init; }
}
