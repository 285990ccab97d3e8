namespace ExplicitContext.Runtime.Tests;

/// <summary>A schedule has shown a bug. The message tells how to see it again.</summary>
internal sealed class ScheduleFailedException(string message, ulong seed, string schedule, Exception? inner) : Exception(message, inner)
{
    /// <summary>The seed of the random walk; 0 where the schedule was chosen otherwise.</summary>
    public ulong Seed { get; } = seed;

    /// <summary>The choices, to be replayed.</summary>
    public string Schedule { get; } = schedule;
}

/// <summary>What is wrong, in the words of the scheduler.</summary>
internal sealed class BrokenScheduleException(string message) : Exception(message);

/// <summary>Takes a thread out of a schedule that has failed on another one.</summary>
internal sealed class ScheduleAbortedException() : Exception("The schedule has failed; this thread is only sent home.");
