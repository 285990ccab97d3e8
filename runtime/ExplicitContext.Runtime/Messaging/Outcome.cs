namespace ExplicitContext.Runtime;

/// <summary>How a wait for a queue or a channel ended.</summary>
internal enum Outcome
{
    /// <summary>It has not.</summary>
    Pending,

    /// <summary>The item has got where it was to go.</summary>
    Done,

    /// <summary>The time was up.</summary>
    TimedOut,

    /// <summary>The token was cancelled.</summary>
    Cancelled,

    /// <summary>The interpreter that waits is finalizing.</summary>
    Refused,

    /// <summary>The queue is completed, or the channel closed.</summary>
    Ended,

    /// <summary>The queue or the channel is no more.</summary>
    Gone,
}
