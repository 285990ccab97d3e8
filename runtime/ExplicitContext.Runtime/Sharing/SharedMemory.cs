namespace ExplicitContext.Runtime;

/// <summary>The memory behind views, and how many there are. Released once, by whoever gives up the last one.</summary>
internal sealed class SharedMemory(Memory<byte> bytes, IDisposable? owner)
{
    [GuardedBy("atomic")]
    private int views = 1;

    public Memory<byte> Bytes { get; } = bytes;

    /// <summary>Counts another view; false where the last one has gone already.</summary>
    public bool TryAcquire()
    {
        for (var seen = Volatile.Read(ref views); seen > 0;)
        {
            var found = Interlocked.CompareExchange(ref views, seen + 1, seen);
            if (found == seen) return true;
            seen = found;
        }

        return false;
    }

    public void Release()
    {
        if (Interlocked.Decrement(ref views) == 0) owner?.Dispose();
    }
}
