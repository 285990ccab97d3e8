namespace ExplicitContext.Runtime;

/// <summary>What came of closing.</summary>
public enum CloseOutcome
{
    /// <summary>This call closed the interpreter.</summary>
    Closed,

    /// <summary>It was closed before, or another thread is closing it.</summary>
    AlreadyClosed,

    /// <summary>Somebody did not leave in time. The interpreter lets nobody in any more; closing again goes on waiting.</summary>
    Blocked,
}
