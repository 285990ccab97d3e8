namespace ExplicitContext.Runtime;

// Taking items.
internal abstract partial class Exchange<T>
{
    /// <summary>Takes the first item, or waits for one. The interpreter, if any, is released meanwhile.</summary>
    public CrossItem<T> Take(ThreadState? tstate, TimeSpan? timeout, CancellationToken cancellationToken)
    {
        var outcome = TakeOrWait(tstate, timeout, cancellationToken, out var item);
        return outcome == Outcome.Done ? item.Receive() : throw Explain(outcome, true, tstate?.Interp, cancellationToken);
    }

    /// <summary>As <see cref="Take"/>; but that there was nothing in time is no error, nor, if asked for, that nothing will come.</summary>
    public bool TryTake(ThreadState? tstate, TimeSpan timeout, bool mayEnd, CancellationToken cancellationToken, out CrossItem<T> item)
    {
        var outcome = TakeOrWait(tstate, timeout, cancellationToken, out var taken);
        item = outcome == Outcome.Done ? taken.Receive() : default;
        if (outcome == Outcome.Done) return true;
        if (outcome == Outcome.TimedOut || (outcome == Outcome.Ended && mayEnd)) return false;
        throw Explain(outcome, true, tstate?.Interp, cancellationToken);
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
        return LineUp(waiting, out item) switch
        {
            Outcome.Done => new ValueTask<CrossItem<T>>(item.Receive()),
            Outcome.Pending => new ValueTask<CrossItem<T>>(ConcludeAsync(waiting, deadline, cancellationToken)),
            var outcome => throw Explain(outcome, true, interp, cancellationToken),
        };
    }

    /// <summary>When a wait ends at the latest.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The timeout is negative, or too long.</exception>
    protected Deadline After(TimeSpan? timeout) => Deadline.After(timeout ?? Timeout.InfiniteTimeSpan, Runtime.Clock);

    /// <summary>
    /// Sleeps until the wait has an outcome, with the interpreter's lock released. What others ask of the thread it does in between, without losing
    /// its place. Where it cannot go on with an item that it has been handed, because its interpreter has closed or it is to throw, the item goes
    /// back to where it came from.
    /// </summary>
    protected void Sleep(ThreadState? tstate, ThreadWaiting<T> waiting, Deadline deadline, CancellationToken cancellationToken)
    {
        if (deadline.HasPassed)
        {
            TryWithdraw(waiting, Outcome.TimedOut);
            return;
        }

        try
        {
            if (tstate is null) waiting.Sleep(deadline, cancellationToken);
            else waiting.Sleep(tstate, deadline, cancellationToken);
        }
        catch
        {
            if (!TryWithdraw(waiting, Outcome.Cancelled) && waiting is { Takes: true, Outcome: Outcome.Done }) PutBack(waiting.Item);
            throw;
        }
    }

    private Outcome TakeOrWait(ThreadState? tstate, TimeSpan? timeout, CancellationToken cancellationToken, out Item<T> item)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var deadline = After(timeout);
        if (TryTake(tstate?.Interp, out item)) return Outcome.Done;

        var waiting = new ThreadWaiting<T>(this, tstate?.Interp, takes: true);
        var outcome = LineUp(waiting, out item);
        if (outcome != Outcome.Pending) return outcome;
        Sleep(tstate, waiting, deadline, cancellationToken);
        item = waiting.Item;
        return waiting.Outcome;
    }

    /// <summary>Takes the first item, or else waits for one in line, if there can be any.</summary>
    private Outcome LineUp(Waiting<T> waiting, out Item<T> item)
    {
        Runtime.Seam?.Point("exchange.line-up");
        var after = default(Aftermath<T>);
        using (Sync.Enter())
        {
            RequireTaking(waiting.Interp);
            if (Items.Count == 0)
            {
                item = default;
                if (HasEnded) return Outcome.Ended;
                Admit(waiting.Interp);
                takers.Add(waiting);
                return Outcome.Pending;
            }

            item = TakeFirst(ref after);
        }

        after.Run();
        return Outcome.Done;
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
        Runtime.Seam?.Point("exchange.put-back");
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

    private async Task<CrossItem<T>> ConcludeAsync(TaskWaiting<T> waiting, Deadline deadline, CancellationToken cancellationToken)
    {
        await waiting.Sleep(deadline, cancellationToken).ConfigureAwait(false);
        return waiting.Outcome == Outcome.Done
            ? waiting.Item.Receive()
            : throw Explain(waiting.Outcome, true, waiting.Interp, cancellationToken);
    }
}
