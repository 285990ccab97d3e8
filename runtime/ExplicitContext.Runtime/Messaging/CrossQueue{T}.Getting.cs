namespace ExplicitContext.Runtime;

public sealed partial class CrossQueue<T>
{
    /// <summary>Takes the first item, and waits where there is none. Waiting lets other threads into the interpreter.</summary>
    /// <remarks>
    /// A thread that the interpreter started keeps it from closing while it waits here; give it <see cref="InterpreterState.ClosingToken"/> to end the
    /// wait then.
    /// </remarks>
    /// <param name="tstate">The receiver.</param>
    /// <param name="timeout">How long to wait: null or <see cref="Timeout.InfiniteTimeSpan"/> for any time, zero not to wait. By the runtime's clock.</param>
    /// <param name="cancellationToken">Ends the wait. No item is lost by that.</param>
    /// <returns>The value, or the placeholder of one whose sender is closed.</returns>
    /// <exception cref="QueueEmptyException">The time was up and there was no item.</exception>
    /// <exception cref="ItemInterpreterDestroyedException">The sender of the first item is closed, and it was sent with <see cref="OnSenderGone.Throw"/>. The next one follows.</exception>
    /// <exception cref="QueueCompletedException">There is no item, and the queue has been completed.</exception>
    /// <exception cref="QueueNotFoundException">The queue has been disposed of.</exception>
    /// <exception cref="InterpreterFinalizingException">The receiver is being closed. No item is lost by that.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled before there was an item.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The timeout is negative, or longer than <see cref="int.MaxValue"/> milliseconds.</exception>
    public CrossItem<T> Get(ThreadState tstate, TimeSpan? timeout = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(tstate);
        return core.Take(tstate, timeout, cancellationToken);
    }

    /// <summary>For entry points: takes the first item. See <see cref="Get(ThreadState, TimeSpan?, CancellationToken)"/>.</summary>
    /// <param name="timeout">How long to wait.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The value, or the placeholder of one whose sender is closed.</returns>
    /// <exception cref="QueueEmptyException">The time was up and there was no item.</exception>
    [ContextEntry]
    public CrossItem<T> Get(TimeSpan? timeout = null, CancellationToken cancellationToken = default)
    {
        _ = ThreadState.TryGetCurrent(out var tstate);
        return core.Take(tstate, timeout, cancellationToken);
    }

    /// <summary>Takes the first item, if there is one.</summary>
    /// <param name="tstate">The receiver.</param>
    /// <param name="item">The value, or the placeholder of one whose sender is closed.</param>
    /// <returns>Whether there was an item. In a completed queue that is empty there never will be; see <see cref="CrossQueue.IsCompleted"/>.</returns>
    /// <exception cref="ItemInterpreterDestroyedException">The sender of the first item is closed, and it was sent with <see cref="OnSenderGone.Throw"/>.</exception>
    /// <exception cref="QueueNotFoundException">The queue has been disposed of.</exception>
    public bool TryGet(ThreadState tstate, out CrossItem<T> item)
    {
        ArgumentNullException.ThrowIfNull(tstate);
        return TryGet(tstate.Interp, out item);
    }

    /// <summary>Takes the first item, and waits for a time where there is none. See <see cref="Get(ThreadState, TimeSpan?, CancellationToken)"/>.</summary>
    /// <param name="tstate">The receiver.</param>
    /// <param name="item">The value, or the placeholder of one whose sender is closed.</param>
    /// <param name="timeout">How long to wait.</param>
    /// <param name="cancellationToken">Ends the wait. No item is lost by that.</param>
    /// <returns>Whether there was an item in time. In a completed queue that is empty there never will be.</returns>
    public bool TryGet(ThreadState tstate, out CrossItem<T> item, TimeSpan timeout, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(tstate);
        return core.TryTake(tstate, timeout, mayEnd: true, cancellationToken, out item);
    }

    /// <summary>For entry points: takes the first item, and waits for a time where there is none.</summary>
    /// <param name="item">The value, or the placeholder of one whose sender is closed.</param>
    /// <param name="timeout">How long to wait.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>Whether there was an item in time.</returns>
    [ContextEntry]
    public bool TryGet(out CrossItem<T> item, TimeSpan timeout, CancellationToken cancellationToken = default)
    {
        _ = ThreadState.TryGetCurrent(out var tstate);
        return core.TryTake(tstate, timeout, mayEnd: true, cancellationToken, out item);
    }

    /// <summary>For entry points: takes the first item, if there is one. See <see cref="TryGet(ThreadState, out CrossItem{T})"/>.</summary>
    /// <param name="item">The value, or the placeholder of one whose sender is closed.</param>
    /// <returns>Whether there was an item.</returns>
    [ContextEntry]
    public bool TryGet(out CrossItem<T> item)
    {
        _ = ThreadState.TryGetCurrent(out var tstate);
        return TryGet(tstate?.Interp, out item);
    }

    /// <summary>
    /// Takes the first item; the task ends when there is one. No thread waits. What is wrong at the call is thrown by the call, what happens later by
    /// the task.
    /// </summary>
    /// <param name="tstate">The receiver; not used once this returns.</param>
    /// <param name="timeout">How long to wait; null for any time.</param>
    /// <param name="cancellationToken">Ends the wait. No item is lost by that: either the task has it, or the queue.</param>
    /// <returns>The value, or the placeholder; a task that fails as <see cref="Get(ThreadState, TimeSpan?, CancellationToken)"/> does.</returns>
    public ValueTask<CrossItem<T>> GetAsync(ThreadState tstate, TimeSpan? timeout = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(tstate);
        return core.TakeAsync(tstate.Interp, timeout, cancellationToken);
    }

    /// <summary>For entry points: takes the first item. See <see cref="GetAsync(ThreadState, TimeSpan?, CancellationToken)"/>.</summary>
    /// <param name="timeout">How long to wait; null for any time.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>A task that ends when there is an item.</returns>
    [ContextEntry]
    public ValueTask<CrossItem<T>> GetAsync(TimeSpan? timeout = null, CancellationToken cancellationToken = default)
    {
        _ = ThreadState.TryGetCurrent(out var tstate);
        return core.TakeAsync(tstate?.Interp, timeout, cancellationToken);
    }

    private bool TryGet(InterpreterState? interp, out CrossItem<T> item)
    {
        var found = core.TryTake(interp, out var taken);
        item = found ? taken.Receive() : default;
        return found;
    }
}
