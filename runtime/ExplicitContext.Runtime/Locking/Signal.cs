namespace ExplicitContext.Runtime;

/// <summary>What a waiting thread is told, the stronger the higher.</summary>
internal enum Signal
{
    None,

    /// <summary>The lock may be free, or the thread has come to the head of the queue, or its time is up.</summary>
    TryAgain,

    /// <summary>The lock has been handed over; the thread holds it.</summary>
    Granted,

    /// <summary>The interpreter is finalizing; the thread is not in the queue any more.</summary>
    Refused,
}
