namespace ExplicitContext.Runtime;

/// <summary>
/// The order in which the library's small locks are taken: only ever one of a later rank while one of an earlier rank is held, and none at all
/// while a thread waits for an interpreter's lock.
/// </summary>
internal enum LockRank
{
    /// <summary>The list of interpreters.</summary>
    Runtime,

    /// <summary>What one interpreter lets other threads see: its threads, guards, pending calls.</summary>
    Interpreter,

    /// <summary>A queue or a channel.</summary>
    Messaging,

    /// <summary>Holds nothing that takes a lock.</summary>
    Leaf,
}
