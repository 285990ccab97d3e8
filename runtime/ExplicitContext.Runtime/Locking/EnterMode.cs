namespace ExplicitContext.Runtime;

/// <summary>How a thread asks for an interpreter's lock.</summary>
internal enum EnterMode
{
    /// <summary>Takes the lock where it is free, even past the queue.</summary>
    Barging,

    /// <summary>Waits in the queue, where <see cref="InterpreterLock.TryGiveWay"/> has put the thread already.</summary>
    Queued,

    /// <summary>Only after all who wait already have had it; asks the holder to give way as soon as it is the first, without waiting for the interval.</summary>
    Urgent,
}
