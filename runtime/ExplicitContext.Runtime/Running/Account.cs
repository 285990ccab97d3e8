namespace ExplicitContext.Runtime;

/// <summary>What an interpreter has used up, or what all have that share the main interpreter's account.</summary>
/// <remarks>Source: in place of the per-interpreter allocator state of PEP 684, because .NET has one heap for all.</remarks>
internal sealed class Account
{
    // Whoever writes is inside; the interpreters of a shared account share a lock too.
    [GuardedBy("the interpreter's lock")]
    private long allocatedBytes;

    // Items leave a queue on the receiver's thread.
    [GuardedBy("atomic")]
    private int queuedItems;

    public long AllocatedBytes => Volatile.Read(ref allocatedBytes);

    public int QueuedItems => Volatile.Read(ref queuedItems);

    public void AddAllocated(long bytes) => Volatile.Write(ref allocatedBytes, allocatedBytes + bytes);

    /// <summary>Counts an item in.</summary>
    /// <returns>False where as many wait as may: nothing was counted.</returns>
    public bool TryAddItem(int most)
    {
        if (AddItem() <= most) return true;
        RemoveItem();
        return false;
    }

    /// <summary>Counts an item in, whatever the limit.</summary>
    /// <returns>How many there are now.</returns>
    public int AddItem() => Interlocked.Increment(ref queuedItems);

    public void RemoveItem() => Interlocked.Decrement(ref queuedItems);
}
