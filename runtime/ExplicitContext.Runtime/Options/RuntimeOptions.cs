namespace ExplicitContext.Runtime;

/// <summary>What a runtime is told at its start. Immutable; safe to share between threads.</summary>
/// <remarks>Source: CPython <c>PyPreConfig</c> and <c>PyConfig</c>, PEP 587.</remarks>
public sealed record RuntimeOptions
{
    /// <summary>
    /// The clock that measures switch intervals. With <see cref="TimeProvider.System"/>, the default, a waiting thread times itself and needs
    /// no pool thread; any other clock is asked for a timer.
    /// </summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>Decides in tests which thread goes on when; null, as always, leaves that to the operating system.</summary>
    internal ISchedulingSeam? Seam { get; init; }

    /// <summary>The options of the main interpreter.</summary>
    public InterpreterOptions MainInterpreter { get; init; } = new();
}
