namespace ExplicitContext.Runtime;

/// <summary>What a thread is asked to do at its next check, in the order in which it does it.</summary>
/// <remarks>Source: CPython <c>_PY_*_BIT</c> of the eval breaker in <c>pycore_ceval.h</c>, and <c>_Py_HandlePending</c> for the order.</remarks>
[Flags]
internal enum BreakerBits
{
    None = 0,

    /// <summary>Somebody wants all threads to stand still.</summary>
    Stop = 1,

    /// <summary>The host was interrupted, such as by Ctrl+C. Only on the main thread in the main interpreter.</summary>
    Interrupt = 2,

    /// <summary>Calls of other threads are to be run here.</summary>
    Pending = 4,

    /// <summary>A quota is to be looked at.</summary>
    Quota = 8,

    /// <summary>Another thread has waited for the lock long enough.</summary>
    GiveWay = 16,

    /// <summary>Another thread wants this one to throw.</summary>
    AsyncException = 32,

    /// <summary>The run's token was cancelled.</summary>
    Cancelled = 64,

    /// <summary>The lock could not be taken back, so the thread is inside without it.</summary>
    Lost = 128,
}
