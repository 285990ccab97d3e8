namespace ExplicitContext.Runtime.Tests;

/// <summary>What runs under one schedule.</summary>
/// <param name="Threads">What the threads do. What one throws fails the schedule.</param>
internal sealed record Race(params Action[] Threads)
{
    /// <summary>Whether the threads do the same, so that it does not matter which of those that have not begun begins.</summary>
    public bool AreAlike { get; init; }

    /// <summary>What must hold when all threads have ended.</summary>
    public Action? Check { get; init; }

    /// <summary>What must hold when nobody can go on before somebody's time is up; null where it does, else what is wrong.</summary>
    public Func<string?>? WhenIdle { get; init; }
}
