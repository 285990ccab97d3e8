namespace ExplicitContext.Runtime;

/// <summary>What a pool is told at its creation. Immutable; safe to share between threads.</summary>
/// <remarks>Source: the arguments of <c>concurrent.futures.InterpreterPoolExecutor</c>.</remarks>
public sealed record InterpreterPoolOptions
{
    /// <summary>What messages and threads are called after.</summary>
    public string Name { get; init; } = "interpreters";

    /// <summary>How many workers there may be at most. Unless set, four more than processors, and at most 32, as in CPython.</summary>
    public int MaxWorkers { get; init; } = Math.Min(32, Environment.ProcessorCount + 4);

    /// <summary>How many workers are made ready before the pool is handed out. None unless set: they are made when they are needed.</summary>
    public int WarmWorkers { get; init; }

    /// <summary>The options of the workers' interpreters. Where no owner is set, the pool is it: nobody else runs in them or closes them.</summary>
    public InterpreterOptions Interpreter { get; init; } = new();

    /// <summary>How long <see cref="InterpreterPool.Dispose()"/> waits before it gives up. 30 seconds unless set.</summary>
    public TimeSpan ShutdownTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Refuses what cannot be, before anything is made of it.</summary>
    internal void Validate()
    {
        ArgumentException.ThrowIfNullOrEmpty(Name);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(MaxWorkers);
        ArgumentOutOfRangeException.ThrowIfNegative(WarmWorkers);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(WarmWorkers, MaxWorkers);
        ArgumentNullException.ThrowIfNull(Interpreter);
        Interpreter.Validate();
    }
}
