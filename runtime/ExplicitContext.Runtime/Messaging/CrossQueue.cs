namespace ExplicitContext.Runtime;

/// <summary>
/// A queue between interpreters, whatever its items are. It belongs to no interpreter and crosses to all as it is; it lasts until it is disposed
/// of, or its last owner has released it, or the runtime ends.
/// </summary>
/// <remarks>Threading: all members may be called from any thread, attached or not. Source: PEP 734, <c>interpreters.Queue</c>.</remarks>
public abstract class CrossQueue : ICrossesByReference, IDisposable
{
    private protected CrossQueue()
    {
    }

    /// <summary>The queue's number, sequential within the runtime.</summary>
    public abstract QueueId Id { get; }

    /// <summary>The type of the items.</summary>
    public abstract Type ItemType { get; }

    /// <summary>How many items fit in; 0 for any number.</summary>
    public abstract int Capacity { get; }

    /// <summary>What becomes of items whose sender is closed, unless the put said otherwise.</summary>
    public abstract OnSenderGone OnSenderGone { get; }

    /// <summary>How many items there are, as of now: another thread may change it at any time.</summary>
    /// <exception cref="QueueNotFoundException">The queue has been disposed of.</exception>
    public abstract int Count { get; }

    /// <summary>Whether there is no item, as of now.</summary>
    /// <exception cref="QueueNotFoundException">The queue has been disposed of.</exception>
    public bool IsEmpty => Count == 0;

    /// <summary>Whether there is no room, as of now. Never so without a capacity.</summary>
    /// <exception cref="QueueNotFoundException">The queue has been disposed of.</exception>
    public bool IsFull => Count >= Capacity && Capacity > 0;

    /// <summary>Whether the queue is completed and all of its items are gone: nothing will ever come out.</summary>
    /// <exception cref="QueueNotFoundException">The queue has been disposed of.</exception>
    public abstract bool IsCompleted { get; }

    /// <summary>
    /// Says that nothing more will be put in. What is there can still be got; then, and for all who wait now, getting and putting fail with
    /// <see cref="QueueCompletedException"/>. A second call does nothing.
    /// </summary>
    /// <exception cref="QueueNotFoundException">The queue has been disposed of.</exception>
    public abstract void Complete();

    /// <summary>Counts one more owner, each of whom calls <see cref="Release"/> in the end.</summary>
    /// <remarks>Source: CPython <c>_interpqueues.bind</c>.</remarks>
    /// <exception cref="QueueNotFoundException">The queue has been disposed of.</exception>
    public abstract void Bind();

    /// <summary>Counts one owner less. The last one disposes of the queue.</summary>
    /// <remarks>Source: CPython <c>_interpqueues.release</c>.</remarks>
    /// <exception cref="QueueException">There is no owner left that <see cref="Bind"/> has counted.</exception>
    /// <exception cref="QueueNotFoundException">The queue has been disposed of.</exception>
    public abstract void Release();

    /// <summary>
    /// Does away with the queue, at once and for all. The items in it are released; who waits gets a <see cref="QueueNotFoundException"/>, as does
    /// whoever uses it later. A second call does nothing.
    /// </summary>
    public abstract void Dispose();

    /// <summary>The queue's number, for messages.</summary>
    /// <returns>"Queue" and the id.</returns>
    public override string ToString() => $"Queue {Id}";
}
