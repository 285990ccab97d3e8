namespace ExplicitContext.Analyzers.Threads;

/// <summary>What is so from the beginning of a scope to its end.</summary>
internal enum ScopeKind
{
    /// <summary>The thread is inside an interpreter and holds its lock.</summary>
    Attached,

    /// <summary>The thread has given the lock back for a while, by <c>AllowThreads</c>.</summary>
    Detached,

    /// <summary>A lock is held.</summary>
    Lock,
}
