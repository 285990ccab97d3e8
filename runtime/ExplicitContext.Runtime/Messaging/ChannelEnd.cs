namespace ExplicitContext.Runtime;

/// <summary>
/// One end of a channel between interpreters, whatever its items are. It belongs to no interpreter and crosses to all as it is. An interpreter that
/// sends through it, or receives, is associated with the end from then on, until it releases the end or is closed.
/// </summary>
/// <remarks>
/// <para>There is one object for each end of a channel, so two ends are equal if they are the same. Once closed or destroyed, a channel stays so.</para>
/// <para>Threading: all members may be called from any thread. Source: PEP 554, <c>RecvChannel</c> and <c>SendChannel</c>.</para>
/// </remarks>
public abstract class ChannelEnd : ICrossesByReference
{
    private readonly IChannel channel;
    private readonly ChannelSides side;

    private protected ChannelEnd(IChannel channel, ChannelSides side)
    {
        this.channel = channel;
        this.side = side;
    }

    /// <summary>The channel's number, the same for both ends, sequential within the runtime.</summary>
    public ChannelId Id => channel.Id;

    /// <summary>The type of the items.</summary>
    public abstract Type ItemType { get; }

    /// <summary>How many items have been sent and not received, as of now.</summary>
    /// <exception cref="ChannelNotFoundException">The channel has been destroyed.</exception>
    public int Count => channel.Count;

    /// <summary>
    /// Whether this end is closed for everybody. Of a channel that was closed at its send end with items in it, the receive end is open until the
    /// last of them has been received.
    /// </summary>
    public bool IsClosed => channel.IsClosed(side);

    /// <summary>The interpreters that are associated with this end, in the order in which they came.</summary>
    /// <remarks>Source: CPython <c>_interpchannels.list_interpreters</c>.</remarks>
    /// <exception cref="ChannelClosedException">This end is closed.</exception>
    /// <exception cref="ChannelNotFoundException">The channel has been destroyed.</exception>
    public IReadOnlyList<InterpreterState> Interpreters => channel.ListInterpreters(side);

    /// <summary>
    /// Closes the channel for everybody. While there are items in it, the send end can be closed, which lets them be received first; the receive end
    /// only by force, which releases them. Who waits gets a <see cref="ChannelClosedException"/>.
    /// </summary>
    /// <param name="force">Whether to give up items that nobody has received.</param>
    /// <exception cref="ChannelNotEmptyException">This is the receive end, there are items, and no force is used. Nothing has changed.</exception>
    /// <exception cref="ChannelClosedException">This end is closed already.</exception>
    /// <exception cref="ChannelNotFoundException">The channel has been destroyed.</exception>
    public void Close(bool force = false) => channel.Close(side, force);

    /// <summary>Closes both ends for everybody, at once. See <see cref="Close"/>.</summary>
    /// <param name="force">Whether to give up items that nobody has received.</param>
    /// <exception cref="ChannelNotEmptyException">There are items, and no force is used. Nothing has changed.</exception>
    /// <exception cref="ChannelClosedException">The channel is closed already.</exception>
    /// <exception cref="ChannelNotFoundException">The channel has been destroyed.</exception>
    public void CloseBoth(bool force = false) => channel.Close(ChannelSides.Both, force);

    /// <summary>
    /// Says that the thread's interpreter will not use this end any more. When no interpreter uses either end after that, the channel is closed, and
    /// items in it are released. A second call does nothing.
    /// </summary>
    /// <param name="tstate">Whose interpreter releases the end.</param>
    /// <exception cref="ChannelNotFoundException">The channel has been destroyed.</exception>
    public void Release(ThreadState tstate)
    {
        ArgumentNullException.ThrowIfNull(tstate);
        channel.Release(tstate.Interp, side);
    }

    /// <summary>Says that the thread's interpreter will use neither end any more. See <see cref="Release"/>.</summary>
    /// <param name="tstate">Whose interpreter releases the ends.</param>
    /// <exception cref="ChannelNotFoundException">The channel has been destroyed.</exception>
    public void ReleaseBoth(ThreadState tstate)
    {
        ArgumentNullException.ThrowIfNull(tstate);
        channel.Release(tstate.Interp, ChannelSides.Both);
    }

    /// <summary>
    /// Does away with the channel, whatever is in it: items are released, who waits gets a <see cref="ChannelNotFoundException"/>, as does whoever uses
    /// it later.
    /// </summary>
    /// <exception cref="ChannelNotFoundException">The channel has been destroyed before.</exception>
    public void Destroy() => channel.Destroy();

    /// <summary>Which end of which channel, for messages.</summary>
    /// <returns>Such as "Send end of channel 3".</returns>
    public override string ToString() => $"{side} end of channel {Id}";
}
