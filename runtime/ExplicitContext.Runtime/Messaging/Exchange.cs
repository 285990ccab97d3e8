namespace ExplicitContext.Runtime;

/// <summary>
/// What a queue and a channel have in common: items in a row, those who wait for one, and the interpreters that must not close unnoticed. Items go
/// from hand to hand: whoever waits at the head gets the next one, whoever comes later lines up.
/// </summary>
/// <remarks>
/// One small lock each, nothing wider. No code of others runs under it, nobody sleeps under it. A value is made ready before and released after.
/// </remarks>
internal abstract partial class Exchange<T>(RuntimeState runtime) : IAssociated
{
    [GuardedBy(nameof(Sync))]
    private readonly HashSet<InterpreterState> users = [];

    // Spares the look into the set: mostly one and the same interpreter sends.
    [GuardedBy(nameof(Sync))]
    private InterpreterState? lastUser;

    [GuardedBy(nameof(Sync))]
    private WaitingLine<T> takers;

    public RuntimeState Runtime { get; } = runtime;

    /// <summary>How many items there are.</summary>
    public int Count
    {
        get
        {
            using (Sync.Enter())
            {
                RequireHere();
                return Items.Count;
            }
        }
    }

    /// <summary>How many wait, for an item or to get rid of one.</summary>
    public int WaiterCount
    {
        get
        {
            using (Sync.Enter()) return takers.Count + GiverCount;
        }
    }

    protected SmallLock Sync { get; } = new(LockRank.Messaging, runtime.LockObserver);

    [GuardedBy(nameof(Sync))]
    protected ItemRing<T> Items { get; } = new();

    /// <summary>Whether it has been done away with.</summary>
    [GuardedBy(nameof(Sync))]
    protected bool IsGone { get; private set; }

    /// <summary>How many wait to get rid of an item.</summary>
    [Requires(nameof(Sync))]
    protected abstract int GiverCount { get; }

    /// <summary>What the scheduling seam calls an attempt to take an item.</summary>
    protected abstract string TakePlace { get; }

    /// <summary>Ends a wait that has not ended otherwise.</summary>
    /// <returns>False where it has: then an item has changed hands, or there is another reason.</returns>
    public bool TryWithdraw(Waiting<T> waiting, Outcome why)
    {
        Runtime.Seam?.Point("exchange.withdraw");
        var after = default(Aftermath<T>);
        using (Sync.Enter())
        {
            if (waiting.Outcome != Outcome.Pending) return false;
            if (waiting.Takes) takers.Remove(waiting);
            else WithdrawGiver(waiting, ref after);
            after.Settle(waiting, why);
        }

        after.Run();
        return true;
    }

    /// <summary>Does away with it: all who wait are sent home, and what waits to be received is released.</summary>
    /// <returns>False where that has been done before.</returns>
    protected bool TryEnd()
    {
        var after = default(Aftermath<T>);
        using (Sync.Enter())
        {
            if (IsGone) return false;
            IsGone = true;
            Abandon(Outcome.Gone, ref after);
        }

        after.Run();
        return true;
    }

    /// <summary>Sends all who wait home, drops all items, and lets interpreters close without asking here.</summary>
    [Requires(nameof(Sync))]
    protected void Abandon(Outcome why, ref Aftermath<T> after)
    {
        SendTakersHome(null, why, ref after);
        SendGiversHome(null, why, ref after);
        Items.Sweep(
            static (ref Item<T> item, ref Aftermath<T> after) =>
            {
                after.Drop(item);
                return false;
            },
            ref after);
        foreach (var user in users) user.Dissociate(this);
        users.Clear();
        lastUser = null;
    }

    /// <summary>Ends the waits for an item, of one interpreter or of all.</summary>
    [Requires(nameof(Sync))]
    protected void SendTakersHome(InterpreterState? interp, Outcome why, ref Aftermath<T> after) => takers.SendHome(interp, why, ref after);

    /// <summary>Makes sure that the interpreter's end will be told here.</summary>
    /// <exception cref="InterpreterFinalizingException">It is too late for that.</exception>
    [Requires(nameof(Sync))]
    protected void Admit(InterpreterState? interp)
    {
        if (interp is null || ReferenceEquals(interp, lastUser)) return;
        if (!users.Contains(interp))
        {
            interp.Associate(this);
            users.Add(interp);
        }

        lastUser = interp;
    }

    /// <summary>Gives an item to the first who waits for one, or else keeps it.</summary>
    /// <returns>Whether somebody waited.</returns>
    [Requires(nameof(Sync))]
    protected bool Deliver(in Item<T> item, ref Aftermath<T> after)
    {
        if (takers.First is null)
        {
            Items.Append(item);
            return false;
        }

        HandOver(item, ref after);
        return true;
    }

    /// <exception cref="InterpreterException">It is no more.</exception>
    [Requires(nameof(Sync))]
    protected abstract void RequireHere();

    /// <summary>Checks that the interpreter may take items here, and notes that it does.</summary>
    [Requires(nameof(Sync))]
    protected abstract void RequireTaking(InterpreterState? interp);

    /// <summary>Whether nothing more will come.</summary>
    [Requires(nameof(Sync))]
    protected abstract bool HasEnded { get; }

    /// <summary>An item has left, so there is room, or nothing left.</summary>
    [Requires(nameof(Sync))]
    protected abstract void Freed(ref Aftermath<T> after);

    /// <summary>Takes out one who waits to get rid of an item, with the item.</summary>
    [Requires(nameof(Sync))]
    protected abstract void WithdrawGiver(Waiting<T> giver, ref Aftermath<T> after);

    /// <summary>Ends the waits to get rid of an item, of one interpreter or of all. The items are withdrawn.</summary>
    [Requires(nameof(Sync))]
    protected abstract void SendGiversHome(InterpreterState? interp, Outcome why, ref Aftermath<T> after);

    /// <summary>Says in an exception why a wait ended without success.</summary>
    protected abstract Exception Explain(Outcome why, bool takes, InterpreterState? interp, CancellationToken cancellationToken);

    [Requires(nameof(Sync))]
    private void HandOver(in Item<T> item, ref Aftermath<T> after)
    {
        var taker = takers.First!;
        takers.Remove(taker);
        item.Sender?.EndQueueing();
        if (item.Awaiting is { } sender) after.Settle(sender, Outcome.Done);
        taker.Item = item with { Awaiting = null };
        after.Settle(taker, Outcome.Done);
    }
}
