namespace ExplicitContext.Runtime;

/// <summary>The end of a channel that items are received from, in the order in which they were sent.</summary>
/// <typeparam name="T">The type of the items.</typeparam>
/// <remarks>
/// The overloads without a <c>tstate</c> are for entry points, as those of <see cref="CrossQueue{T}"/>. Source: PEP 554, <c>RecvChannel</c>.
/// </remarks>
public sealed class ReceiveEnd<T> : ChannelEnd
{
    private readonly ChannelCore<T> core;

    internal ReceiveEnd(ChannelCore<T> core)
        : base(core, ChannelSides.Receive) =>
        this.core = core;

    /// <inheritdoc/>
    public override Type ItemType => typeof(T);

    /// <summary>Takes the first item, and waits where there is none. Waiting lets other threads into the interpreter.</summary>
    /// <remarks>Source: PEP 554, <c>RecvChannel.recv</c>.</remarks>
    /// <param name="tstate">The receiver.</param>
    /// <param name="timeout">How long to wait: null or <see cref="Timeout.InfiniteTimeSpan"/> for any time, zero not to wait. By the runtime's clock.</param>
    /// <param name="cancellationToken">Ends the wait. No item is lost by that.</param>
    /// <returns>The value, or the placeholder of one whose sender is closed.</returns>
    /// <exception cref="ChannelEmptyException">The time was up and there was no item.</exception>
    /// <exception cref="ItemInterpreterDestroyedException">The sender of the first item is closed, and it was sent with <see cref="OnSenderGone.Throw"/>.</exception>
    /// <exception cref="ChannelClosedException">This end is closed, or was closed meanwhile, or the receiver has released it.</exception>
    /// <exception cref="ChannelNotFoundException">The channel has been destroyed.</exception>
    /// <exception cref="InterpreterFinalizingException">The receiver is being closed. No item is lost by that.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled before there was an item.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The timeout is negative, or longer than <see cref="int.MaxValue"/> milliseconds.</exception>
    public CrossItem<T> Receive(ThreadState tstate, TimeSpan? timeout = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(tstate);
        return core.Take(tstate, timeout, cancellationToken);
    }

    /// <summary>For entry points: takes the first item. See <see cref="Receive(ThreadState, TimeSpan?, CancellationToken)"/>.</summary>
    /// <param name="timeout">How long to wait.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The value, or the placeholder of one whose sender is closed.</returns>
    /// <exception cref="ChannelEmptyException">The time was up and there was no item.</exception>
    [ContextEntry]
    public CrossItem<T> Receive(TimeSpan? timeout = null, CancellationToken cancellationToken = default)
    {
        _ = ThreadState.TryGetCurrent(out var tstate);
        return core.Take(tstate, timeout, cancellationToken);
    }

    /// <summary>Takes the first item, if there is one.</summary>
    /// <param name="tstate">The receiver.</param>
    /// <param name="item">The value, or the placeholder of one whose sender is closed.</param>
    /// <returns>Whether there was an item.</returns>
    /// <exception cref="ItemInterpreterDestroyedException">The sender of the first item is closed, and it was sent with <see cref="OnSenderGone.Throw"/>.</exception>
    /// <exception cref="ChannelClosedException">This end is closed, or the receiver has released it.</exception>
    /// <exception cref="ChannelNotFoundException">The channel has been destroyed.</exception>
    public bool TryReceive(ThreadState tstate, out CrossItem<T> item)
    {
        ArgumentNullException.ThrowIfNull(tstate);
        return TryReceive(tstate.Interp, out item);
    }

    /// <summary>Takes the first item, and waits for a time where there is none. See <see cref="Receive(ThreadState, TimeSpan?, CancellationToken)"/>.</summary>
    /// <param name="tstate">The receiver.</param>
    /// <param name="item">The value, or the placeholder of one whose sender is closed.</param>
    /// <param name="timeout">How long to wait.</param>
    /// <param name="cancellationToken">Ends the wait. No item is lost by that.</param>
    /// <returns>Whether there was an item in time.</returns>
    public bool TryReceive(ThreadState tstate, out CrossItem<T> item, TimeSpan timeout, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(tstate);
        return core.TryTake(tstate, timeout, mayEnd: false, cancellationToken, out item);
    }

    /// <summary>For entry points: takes the first item, and waits for a time where there is none.</summary>
    /// <param name="item">The value, or the placeholder of one whose sender is closed.</param>
    /// <param name="timeout">How long to wait.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>Whether there was an item in time.</returns>
    [ContextEntry]
    public bool TryReceive(out CrossItem<T> item, TimeSpan timeout, CancellationToken cancellationToken = default)
    {
        _ = ThreadState.TryGetCurrent(out var tstate);
        return core.TryTake(tstate, timeout, mayEnd: false, cancellationToken, out item);
    }

    /// <summary>For entry points: takes the first item, if there is one. See <see cref="TryReceive(ThreadState, out CrossItem{T})"/>.</summary>
    /// <param name="item">The value, or the placeholder of one whose sender is closed.</param>
    /// <returns>Whether there was an item.</returns>
    [ContextEntry]
    public bool TryReceive(out CrossItem<T> item)
    {
        _ = ThreadState.TryGetCurrent(out var tstate);
        return TryReceive(tstate?.Interp, out item);
    }

    /// <summary>Takes the first item, or a default one where there is none.</summary>
    /// <remarks>Source: PEP 554, <c>RecvChannel.recv_nowait(default)</c>.</remarks>
    /// <param name="tstate">The receiver.</param>
    /// <param name="fallback">What to return where the channel is empty.</param>
    /// <returns>The value, the placeholder of one whose sender is closed, or the default one.</returns>
    /// <exception cref="ItemInterpreterDestroyedException">As for <see cref="TryReceive(ThreadState, out CrossItem{T})"/>.</exception>
    /// <exception cref="ChannelClosedException">This end is closed, or the receiver has released it.</exception>
    /// <exception cref="ChannelNotFoundException">The channel has been destroyed.</exception>
    public CrossItem<T> ReceiveOr(ThreadState tstate, T fallback) =>
        TryReceive(tstate, out var item) ? item : new CrossItem<T>(fallback, null);

    /// <summary>For entry points: takes the first item, or a default one. See <see cref="ReceiveOr(ThreadState, T)"/>.</summary>
    /// <param name="fallback">What to return where the channel is empty.</param>
    /// <returns>The value, the placeholder of one whose sender is closed, or the default one.</returns>
    [ContextEntry]
    public CrossItem<T> ReceiveOr(T fallback)
    {
        _ = ThreadState.TryGetCurrent(out var tstate);
        return TryReceive(tstate?.Interp, out var item) ? item : new CrossItem<T>(fallback, null);
    }

    /// <summary>Takes the first item; the task ends when there is one. No thread waits.</summary>
    /// <param name="tstate">The receiver; not used once this returns.</param>
    /// <param name="timeout">How long to wait; null for any time.</param>
    /// <param name="cancellationToken">Ends the wait. No item is lost by that: either the task has it, or the channel.</param>
    /// <returns>
    /// The value, or the placeholder; a task that fails as <see cref="Receive(ThreadState, TimeSpan?, CancellationToken)"/> does. What is wrong at the
    /// call is thrown by the call.
    /// </returns>
    public ValueTask<CrossItem<T>> ReceiveAsync(ThreadState tstate, TimeSpan? timeout = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(tstate);
        return core.TakeAsync(tstate.Interp, timeout, cancellationToken);
    }

    /// <summary>For entry points: takes the first item. See <see cref="ReceiveAsync(ThreadState, TimeSpan?, CancellationToken)"/>.</summary>
    /// <param name="timeout">How long to wait; null for any time.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>A task that ends when there is an item.</returns>
    [ContextEntry]
    public ValueTask<CrossItem<T>> ReceiveAsync(TimeSpan? timeout = null, CancellationToken cancellationToken = default)
    {
        _ = ThreadState.TryGetCurrent(out var tstate);
        return core.TakeAsync(tstate?.Interp, timeout, cancellationToken);
    }

    private bool TryReceive(InterpreterState? interp, out CrossItem<T> item)
    {
        var found = core.TryTake(interp, out var taken);
        item = found ? taken.Receive() : default;
        return found;
    }
}
