namespace ExplicitContext.Runtime;

/// <summary>The end of a channel that items are sent through.</summary>
/// <typeparam name="T">The type of the items.</typeparam>
/// <remarks>
/// The overloads without a <c>tstate</c> are for entry points, as those of <see cref="CrossQueue{T}"/>. Source: PEP 554, <c>SendChannel</c>.
/// </remarks>
public sealed class SendEnd<T> : ChannelEnd
{
    private readonly ChannelCore<T> core;

    internal SendEnd(ChannelCore<T> core)
        : base(core, ChannelSides.Send) =>
        this.core = core;

    /// <inheritdoc/>
    public override Type ItemType => typeof(T);

    /// <summary>How many threads and tasks wait at either end.</summary>
    internal int WaiterCount => core.WaiterCount;

    /// <summary>Sends, and does not wait. There is always room.</summary>
    /// <remarks>Source: PEP 554, <c>SendChannel.send_nowait</c>.</remarks>
    /// <param name="tstate">The sender.</param>
    /// <param name="item">What to send: shareable as it is, or a copy is made here and now.</param>
    /// <param name="onSenderGone">What becomes of the item when the sender is closed; null for what the channel says.</param>
    /// <returns>Whether somebody waited for it, and has it now.</returns>
    /// <exception cref="NotShareableException">The item must not cross. The channel is as it was.</exception>
    /// <exception cref="ChannelClosedException">This end is closed, or the sender has released it.</exception>
    /// <exception cref="ChannelNotFoundException">The channel has been destroyed.</exception>
    /// <exception cref="InterpreterFinalizingException">The sender is being closed.</exception>
    public bool Send(ThreadState tstate, T item, OnSenderGone? onSenderGone = null)
    {
        ArgumentNullException.ThrowIfNull(tstate);
        return core.Send(tstate.Interp, item, onSenderGone);
    }

    /// <summary>For entry points: sends, and does not wait. See <see cref="Send(ThreadState, T, OnSenderGone?)"/>.</summary>
    /// <param name="item">What to send.</param>
    /// <param name="onSenderGone">What becomes of the item when the sender is closed.</param>
    /// <returns>Whether somebody waited for it.</returns>
    [ContextEntry]
    public bool Send(T item, OnSenderGone? onSenderGone = null)
    {
        _ = ThreadState.TryGetCurrent(out var tstate);
        return core.Send(tstate?.Interp, item, onSenderGone);
    }

    /// <summary>
    /// Sends, and waits until the item has been received. Waiting lets other threads into the interpreter. Whatever is thrown, the item has been
    /// withdrawn then.
    /// </summary>
    /// <remarks>Source: PEP 554, <c>SendChannel.send</c>.</remarks>
    /// <param name="tstate">The sender.</param>
    /// <param name="item">What to send: shareable as it is, or a copy is made here and now.</param>
    /// <param name="timeout">How long to wait: null or <see cref="Timeout.InfiniteTimeSpan"/> for any time. By the runtime's clock.</param>
    /// <param name="onSenderGone">What becomes of the item when the sender is closed; null for what the channel says.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="TimeoutException">The time was up and nobody had received it.</exception>
    /// <exception cref="NotShareableException">The item must not cross. The channel is as it was.</exception>
    /// <exception cref="ChannelClosedException">This end is closed, or was closed meanwhile, or the sender has released it.</exception>
    /// <exception cref="ChannelNotFoundException">The channel has been destroyed.</exception>
    /// <exception cref="InterpreterFinalizingException">The sender is being closed.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled before anybody received it.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The timeout is negative, or longer than <see cref="int.MaxValue"/> milliseconds.</exception>
    public void SendAndWait(
        ThreadState tstate, T item, TimeSpan? timeout = null, OnSenderGone? onSenderGone = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(tstate);
        core.SendAndWait(tstate, item, timeout, onSenderGone, cancellationToken);
    }

    /// <summary>For entry points: sends, and waits. See <see cref="SendAndWait(ThreadState, T, TimeSpan?, OnSenderGone?, CancellationToken)"/>.</summary>
    /// <param name="item">What to send.</param>
    /// <param name="timeout">How long to wait.</param>
    /// <param name="onSenderGone">What becomes of the item when the sender is closed.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="TimeoutException">The time was up and nobody had received it.</exception>
    [ContextEntry]
    public void SendAndWait(T item, TimeSpan? timeout = null, OnSenderGone? onSenderGone = null, CancellationToken cancellationToken = default)
    {
        _ = ThreadState.TryGetCurrent(out var tstate);
        core.SendAndWait(tstate, item, timeout, onSenderGone, cancellationToken);
    }

    /// <summary>Sends; the task ends when the item has been received. The item is made ready here and now; no thread waits.</summary>
    /// <param name="tstate">The sender; not used once this returns.</param>
    /// <param name="item">What to send: shareable as it is, or a copy is made here and now.</param>
    /// <param name="timeout">How long to wait; null for any time.</param>
    /// <param name="onSenderGone">What becomes of the item when the sender is closed; null for what the channel says.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>
    /// A task that fails as <see cref="SendAndWait(ThreadState, T, TimeSpan?, OnSenderGone?, CancellationToken)"/> does. What is wrong at the call is
    /// thrown by the call.
    /// </returns>
    public ValueTask SendAndWaitAsync(
        ThreadState tstate, T item, TimeSpan? timeout = null, OnSenderGone? onSenderGone = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(tstate);
        return core.SendAndWaitAsync(tstate.Interp, item, timeout, onSenderGone, cancellationToken);
    }

    /// <summary>For entry points: sends. See <see cref="SendAndWaitAsync(ThreadState, T, TimeSpan?, OnSenderGone?, CancellationToken)"/>.</summary>
    /// <param name="item">What to send.</param>
    /// <param name="timeout">How long to wait; null for any time.</param>
    /// <param name="onSenderGone">What becomes of the item when the sender is closed.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>A task that ends when the item has been received.</returns>
    [ContextEntry]
    public ValueTask SendAndWaitAsync(
        T item, TimeSpan? timeout = null, OnSenderGone? onSenderGone = null, CancellationToken cancellationToken = default)
    {
        _ = ThreadState.TryGetCurrent(out var tstate);
        return core.SendAndWaitAsync(tstate?.Interp, item, timeout, onSenderGone, cancellationToken);
    }
}
