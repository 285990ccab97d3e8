namespace ExplicitContext.Runtime;

/// <summary>How waiting for an interpreter's lock ended.</summary>
internal enum EnterOutcome
{
    /// <summary>The thread holds the lock.</summary>
    Entered,

    /// <summary>The deadline came first.</summary>
    TimedOut,

    /// <summary>The interpreter is finalizing; nobody waits for it.</summary>
    Refused,

    /// <summary>The thread that holds the lock has ended without giving it back.</summary>
    Abandoned,
}
