namespace ExplicitContext.Runtime;

/// <summary>
/// What an interpreter may use up. Limits are looked at when threads check their breaker, so code that never does is not stopped: this is for
/// fairness among tenants, not for defence. Immutable; safe to share between threads.
/// </summary>
public sealed record InterpreterLimits
{
    /// <summary>How many threads that the interpreter has started may run at a time; null for any number.</summary>
    public int? MaxThreads { get; init; }

    /// <summary>How many items that the interpreter has put into queues may wait there at a time; null for any number.</summary>
    public int? MaxQueuedItems { get; init; }

    /// <summary>
    /// How many bytes the interpreter's runs and threads may allocate in all; null for any number. What a run allocates in other interpreters that
    /// it calls counts as well. It is looked at every <see cref="InterpreterState.SwitchInterval"/>, and where a run begins.
    /// </summary>
    public long? MaxAllocatedBytes { get; init; }

    /// <summary>How long one run, one step of an asynchronous run, or one thread of the interpreter may take, by the runtime's clock; null for any time.</summary>
    public TimeSpan? MaxRunTime { get; init; }

    /// <summary>Whether a run has to be measured.</summary>
    internal bool MeasureRuns => MaxRunTime is not null || MaxAllocatedBytes is not null;

    /// <exception cref="ArgumentOutOfRangeException">A limit cannot be.</exception>
    internal void Validate()
    {
        if (MaxThreads < 0) throw new ArgumentOutOfRangeException(nameof(MaxThreads), MaxThreads, "A number of threads is not negative.");
        if (MaxQueuedItems < 0) throw new ArgumentOutOfRangeException(nameof(MaxQueuedItems), MaxQueuedItems, "A number of items is not negative.");
        if (MaxAllocatedBytes < 0) throw new ArgumentOutOfRangeException(nameof(MaxAllocatedBytes), MaxAllocatedBytes, "A number of bytes is not negative.");
        if (MaxRunTime is { } time && (time <= TimeSpan.Zero || time.TotalMilliseconds > int.MaxValue))
            throw new ArgumentOutOfRangeException(nameof(MaxRunTime), time, "A run time is positive and at most 2,147,483,647 milliseconds.");
    }
}
