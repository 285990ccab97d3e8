namespace ExplicitContext.Runtime;

public sealed partial class CrossQueue<T>
{
    /// <summary>Puts an item in, and waits where there is no room. Waiting lets other threads into the interpreter.</summary>
    /// <param name="tstate">The sender.</param>
    /// <param name="item">What to send: shareable as it is, or a copy is made here and now.</param>
    /// <param name="timeout">How long to wait: null or <see cref="Timeout.InfiniteTimeSpan"/> for any time, zero not to wait. By the runtime's clock.</param>
    /// <param name="onSenderGone">What becomes of the item when the sender is closed; null for what the queue says.</param>
    /// <param name="cancellationToken">Ends the wait. The item is not in the queue then.</param>
    /// <exception cref="QueueFullException">The time was up and there was no room.</exception>
    /// <exception cref="NotShareableException">The item must not cross. The queue is as it was.</exception>
    /// <exception cref="QueueCompletedException">The queue has been completed.</exception>
    /// <exception cref="QueueNotFoundException">The queue has been disposed of.</exception>
    /// <exception cref="InterpreterFinalizingException">The sender is being closed. An item that got in before follows its rule.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled before there was room.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The timeout is negative, or longer than <see cref="int.MaxValue"/> milliseconds.</exception>
    public void Put(
        ThreadState tstate, T item, TimeSpan? timeout = null, OnSenderGone? onSenderGone = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(tstate);
        core.Put(tstate, item, timeout, onSenderGone, cancellationToken);
    }

    /// <summary>For entry points: puts an item in. See <see cref="Put(ThreadState, T, TimeSpan?, OnSenderGone?, CancellationToken)"/>.</summary>
    /// <param name="item">What to send.</param>
    /// <param name="timeout">How long to wait.</param>
    /// <param name="onSenderGone">What becomes of the item when the sender is closed.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="QueueFullException">The time was up and there was no room.</exception>
    [ContextEntry]
    public void Put(T item, TimeSpan? timeout = null, OnSenderGone? onSenderGone = null, CancellationToken cancellationToken = default)
    {
        _ = ThreadState.TryGetCurrent(out var tstate);
        core.Put(tstate, item, timeout, onSenderGone, cancellationToken);
    }

    /// <summary>Puts an item in, if there is room.</summary>
    /// <param name="tstate">The sender.</param>
    /// <param name="item">What to send: shareable as it is, or a copy is made here and now.</param>
    /// <param name="onSenderGone">What becomes of the item when the sender is closed; null for what the queue says.</param>
    /// <returns>Whether there was room.</returns>
    /// <exception cref="NotShareableException">The item must not cross. The queue is as it was.</exception>
    /// <exception cref="QueueCompletedException">The queue has been completed.</exception>
    /// <exception cref="QueueNotFoundException">The queue has been disposed of.</exception>
    /// <exception cref="InterpreterFinalizingException">The sender is being closed.</exception>
    public bool TryPut(ThreadState tstate, T item, OnSenderGone? onSenderGone = null)
    {
        ArgumentNullException.ThrowIfNull(tstate);
        return core.TryPut(tstate.Interp, item, onSenderGone);
    }

    /// <summary>Puts an item in, and waits for a time where there is no room. See <see cref="Put(ThreadState, T, TimeSpan?, OnSenderGone?, CancellationToken)"/>.</summary>
    /// <param name="tstate">The sender.</param>
    /// <param name="item">What to send: shareable as it is, or a copy is made here and now.</param>
    /// <param name="timeout">How long to wait.</param>
    /// <param name="onSenderGone">What becomes of the item when the sender is closed; null for what the queue says.</param>
    /// <param name="cancellationToken">Ends the wait. The item is not in the queue then.</param>
    /// <returns>Whether there was room in time.</returns>
    public bool TryPut(
        ThreadState tstate, T item, TimeSpan timeout, OnSenderGone? onSenderGone = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(tstate);
        return core.TryPut(tstate, item, timeout, onSenderGone, cancellationToken);
    }

    /// <summary>For entry points: puts an item in, and waits for a time where there is no room.</summary>
    /// <param name="item">What to send.</param>
    /// <param name="timeout">How long to wait.</param>
    /// <param name="onSenderGone">What becomes of the item when the sender is closed.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>Whether there was room in time.</returns>
    [ContextEntry]
    public bool TryPut(T item, TimeSpan timeout, OnSenderGone? onSenderGone = null, CancellationToken cancellationToken = default)
    {
        _ = ThreadState.TryGetCurrent(out var tstate);
        return core.TryPut(tstate, item, timeout, onSenderGone, cancellationToken);
    }

    /// <summary>For entry points: puts an item in, if there is room. See <see cref="TryPut(ThreadState, T, OnSenderGone?)"/>.</summary>
    /// <param name="item">What to send.</param>
    /// <param name="onSenderGone">What becomes of the item when the sender is closed.</param>
    /// <returns>Whether there was room.</returns>
    [ContextEntry]
    public bool TryPut(T item, OnSenderGone? onSenderGone = null)
    {
        _ = ThreadState.TryGetCurrent(out var tstate);
        return core.TryPut(tstate?.Interp, item, onSenderGone);
    }

    /// <summary>
    /// Puts an item in; the task ends when there was room. The item is made ready here and now; no thread waits. What is wrong at the call is thrown
    /// by the call, what happens later by the task.
    /// </summary>
    /// <param name="tstate">The sender; not used once this returns.</param>
    /// <param name="item">What to send: shareable as it is, or a copy is made here and now.</param>
    /// <param name="timeout">How long to wait; null for any time.</param>
    /// <param name="onSenderGone">What becomes of the item when the sender is closed; null for what the queue says.</param>
    /// <param name="cancellationToken">Ends the wait. The item is in the queue only if the task succeeds.</param>
    /// <returns>A task that fails as <see cref="Put(ThreadState, T, TimeSpan?, OnSenderGone?, CancellationToken)"/> does.</returns>
    public ValueTask PutAsync(
        ThreadState tstate, T item, TimeSpan? timeout = null, OnSenderGone? onSenderGone = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(tstate);
        return core.PutAsync(tstate.Interp, item, timeout, onSenderGone, cancellationToken);
    }

    /// <summary>For entry points: puts an item in. See <see cref="PutAsync(ThreadState, T, TimeSpan?, OnSenderGone?, CancellationToken)"/>.</summary>
    /// <param name="item">What to send.</param>
    /// <param name="timeout">How long to wait; null for any time.</param>
    /// <param name="onSenderGone">What becomes of the item when the sender is closed.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>A task that ends when there was room.</returns>
    [ContextEntry]
    public ValueTask PutAsync(T item, TimeSpan? timeout = null, OnSenderGone? onSenderGone = null, CancellationToken cancellationToken = default)
    {
        _ = ThreadState.TryGetCurrent(out var tstate);
        return core.PutAsync(tstate?.Interp, item, timeout, onSenderGone, cancellationToken);
    }
}
