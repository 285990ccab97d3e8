namespace ExplicitContext.Runtime;

/// <summary>
/// The state machine between the two ends of a channel. Phase, items and the users of both ends decide together what is allowed; whoever changes
/// one of them does it under the one lock.
/// </summary>
/// <remarks>Source: CPython <c>_interpchannelsmodule.c</c>, <c>_channel_add</c>, <c>_channel_next</c>, <c>_channel_close_all</c>.</remarks>
internal sealed partial class ChannelCore<T>(RuntimeState runtime, CrossObjects registry, ChannelId id, OnSenderGone rule)
    : Exchange<T>(runtime), IChannel
{
    [GuardedBy(nameof(Sync))]
    private readonly EndUsers senders = new();

    [GuardedBy(nameof(Sync))]
    private readonly EndUsers receivers = new();

    [GuardedBy(nameof(Sync))]
    private ChannelPhase phase;

    public ChannelId Id { get; } = id;

    protected override string TakePlace => "channel.receive";

    protected override bool HasEnded => phase == ChannelPhase.Closed;

    protected override bool CanPutBack => phase != ChannelPhase.Closed;

    protected override int GiverCount
    {
        get
        {
            var count = 0;
            Items.Sweep(
                static (ref Item<T> item, ref int count) =>
                {
                    if (item.Awaiting is not null) count++;
                    return true;
                },
                ref count);
            return count;
        }
    }

    public bool IsClosed(ChannelSides side)
    {
        using (Sync.Enter()) return IsGone || IsShut(side);
    }

    public IReadOnlyList<InterpreterState> ListInterpreters(ChannelSides side)
    {
        using (Sync.Enter())
        {
            RequireHere();
            if (IsShut(side)) throw ChannelClosedException.Closed(Id);
            return UsersOf(side).Open;
        }
    }

    public void Close(ChannelSides sides, bool force)
    {
        Runtime.Seam?.Point("channel.close");
        var after = default(Aftermath<T>);
        using (Sync.Enter())
        {
            RequireHere();
            if (phase == ChannelPhase.Closed) throw ChannelClosedException.Closed(Id);
            if (force || Items.Count == 0) Shut(ref after);
            else if (sides != ChannelSides.Send) throw new ChannelNotEmptyException(Id, Items.Count);
            else if (phase == ChannelPhase.Draining) throw ChannelClosedException.Closed(Id);
            else phase = ChannelPhase.Draining;
        }

        after.Run();
    }

    public void Release(InterpreterState interp, ChannelSides sides)
    {
        Runtime.Seam?.Point("channel.release");
        var after = default(Aftermath<T>);
        using (Sync.Enter())
        {
            RequireHere();
            if (phase == ChannelPhase.Closed) return;
            Admit(interp);
            if (sides.HasFlag(ChannelSides.Send)) senders.Release(interp);
            if (sides.HasFlag(ChannelSides.Receive))
            {
                receivers.Release(interp);
                SendTakersHome(interp, Outcome.Ended, ref after);
            }

            if (!senders.AnyOpen && !receivers.AnyOpen) Shut(ref after);
        }

        after.Run();
    }

    public void Destroy()
    {
        Runtime.Seam?.Point("channel.destroy");
        if (!TryEnd()) throw ChannelNotFoundException.Destroyed(Id);
        Unlist();
    }

    /// <summary>The runtime does not list the channel any more. Not to be called under the lock.</summary>
    public void Unlist() => registry.Remove(Id);

    protected override void RequireHere()
    {
        if (IsGone) throw ChannelNotFoundException.Destroyed(Id);
    }

    protected override void RequireTaking(InterpreterState? interp)
    {
        RequireHere();
        if (IsShut(ChannelSides.Receive)) throw ChannelClosedException.Closed(Id);
        Use(receivers, interp);
    }

    /// <summary>The last item of a channel whose send end is closed closes the other end as well.</summary>
    protected override void Freed(ref Aftermath<T> after)
    {
        if (phase == ChannelPhase.Draining && Items.Count == 0) Shut(ref after);
    }

    /// <summary>An interpreter that is no more uses no end. That alone closes no channel: others may come to use it.</summary>
    protected override void Forget(InterpreterState interp, ref Aftermath<T> after)
    {
        senders.Forget(interp);
        receivers.Forget(interp);
    }

    [Requires(nameof(Sync))]
    private void RequireSending(InterpreterState? interp)
    {
        RequireHere();
        if (IsShut(ChannelSides.Send)) throw ChannelClosedException.Closed(Id);
        Use(senders, interp);
    }

    [Requires(nameof(Sync))]
    private void Use(EndUsers users, InterpreterState? interp)
    {
        if (interp is null || users.IsKnown(interp)) return;
        if (users.HasReleased(interp)) throw ChannelClosedException.Released(Id, interp.Id);
        Admit(interp);
        users.Add(interp);
    }

    [Requires(nameof(Sync))]
    private bool IsShut(ChannelSides side) => phase == ChannelPhase.Closed || (phase == ChannelPhase.Draining && side == ChannelSides.Send);

    [Requires(nameof(Sync))]
    private EndUsers UsersOf(ChannelSides side) => side == ChannelSides.Send ? senders : receivers;

    [Requires(nameof(Sync))]
    private void Shut(ref Aftermath<T> after)
    {
        phase = ChannelPhase.Closed;
        Abandon(Outcome.Ended, ref after);
        senders.Clear();
        receivers.Clear();
        after.Unlist(this);
    }
}
