namespace ExplicitContext.Runtime;

// Taking items.
internal abstract partial class Exchange<T>
{
    /// <summary>Takes the first item, or waits for one. The interpreter, if any, is released meanwhile.</summary>
    public CrossItem<T> Take(ThreadState? tstate, TimeSpan? timeout, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var deadline = After(timeout);
        if (TryTake(tstate?.Interp, out var item)) return item.Receive();

        var waiting = new ThreadWaiting<T>(this, tstate?.Interp, takes: true);
        if (TryTakeOrLineUp(waiting, out item)) return item.Receive();
        Sleep(tstate, waiting, deadline, cancellationToken);
        return Conclude(waiting, cancellationToken);
    }

    /// <summary>Takes the first item, if there is one.</summary>
    public bool TryTake(InterpreterState? interp, out Item<T> item)
    {
        Runtime.Seam?.Point(TakePlace);
        var after = default(Aftermath<T>);
        using (Sync.Enter())
        {
            RequireTaking(interp);
            if (Items.Count == 0)
            {
                item = default;
                return false;
            }

            item = TakeFirst(ref after);
        }

        after.Run();
        return true;
    }

    /// <summary>Takes the first item, or ends when there is one. No thread waits.</summary>
    public ValueTask<CrossItem<T>> TakeAsync(InterpreterState? interp, TimeSpan? timeout, CancellationToken cancellationToken)
    {
        if (cancellationToken.IsCancellationRequested) return ValueTask.FromCanceled<CrossItem<T>>(cancellationToken);
        var deadline = After(timeout);
        if (TryTake(interp, out var item)) return new ValueTask<CrossItem<T>>(item.Receive());

        var waiting = new TaskWaiting<T>(this, interp, takes: true);
        return TryTakeOrLineUp(waiting, out item)
            ? new ValueTask<CrossItem<T>>(item.Receive())
            : new ValueTask<CrossItem<T>>(ConcludeAsync(waiting, deadline, cancellationToken));
    }

    /// <summary>When a wait ends at the latest.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The timeout is negative, or too long.</exception>
    protected Deadline After(TimeSpan? timeout) => Deadline.After(timeout ?? Timeout.InfiniteTimeSpan, Runtime.Clock);

    /// <summary>
    /// Sleeps until the wait has an outcome, with the interpreter's lock released. Where the thread cannot go on with an item that it has been
    /// handed, because its interpreter has closed or something interrupts it, the item goes back to where it came from.
    /// </summary>
    protected void Sleep(ThreadState? tstate, ThreadWaiting<T> waiting, Deadline deadline, CancellationToken cancellationToken)
    {
        try
        {
            if (tstate is null)
            {
                waiting.Sleep(deadline, cancellationToken);
                return;
            }

            using (tstate.AllowThreads()) waiting.Sleep(deadline, cancellationToken);
        }
        catch
        {
            if (!TryWithdraw(waiting, Outcome.Cancelled) && waiting is { Takes: true, Outcome: Outcome.Done }) PutBack(waiting.Item);
            throw;
        }
    }

    private bool TryTakeOrLineUp(Waiting<T> waiting, out Item<T> item)
    {
        var after = default(Aftermath<T>);
        using (Sync.Enter())
        {
            RequireTaking(waiting.Interp);
            if (Items.Count == 0)
            {
                RequireMore();
                Admit(waiting.Interp);
                takers.Add(waiting);
                item = default;
                return false;
            }

            item = TakeFirst(ref after);
        }

        after.Run();
        return true;
    }

    [Requires(nameof(Sync))]
    private Item<T> TakeFirst(ref Aftermath<T> after)
    {
        var item = Items.Take();
        item.Sender?.EndQueueing();
        if (item.Awaiting is { } sender) after.Settle(sender, Outcome.Done);
        Freed(ref after);
        return item;
    }

    /// <summary>
    /// Puts an item back before all others, even past the capacity. The rules for a sender that was closed meanwhile, unnoticed, are applied now.
    /// </summary>
    private void PutBack(Item<T> item)
    {
        var after = default(Aftermath<T>);
        item.Sender?.ResumeQueueing();
        using (Sync.Enter())
        {
            var isOrphan = item.Sender is { } sender && !users.Contains(sender);
            var keep = !IsGone && CanPutBack && !(isOrphan && item.Rule == OnSenderGone.Remove);
            if (isOrphan || !keep) after.Drop(item);
            if (isOrphan) item.LoseSender(new SenderGone(item.Sender!.Id));
            if (keep && takers.First is not null) HandOver(item, ref after);
            else if (keep) Items.Prepend(item);
        }

        after.Run();
    }

    private CrossItem<T> Conclude(Waiting<T> waiting, CancellationToken cancellationToken) =>
        waiting.Outcome == Outcome.Done ? waiting.Item.Receive() : throw Explain(waiting, cancellationToken);

    private async Task<CrossItem<T>> ConcludeAsync(TaskWaiting<T> waiting, Deadline deadline, CancellationToken cancellationToken)
    {
        await waiting.Sleep(deadline, cancellationToken).ConfigureAwait(false);
        return Conclude(waiting, cancellationToken);
    }
}
