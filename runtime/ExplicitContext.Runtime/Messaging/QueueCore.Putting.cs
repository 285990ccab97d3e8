namespace ExplicitContext.Runtime;

// Putting items in. Whoever made a value ready and cannot get rid of it takes it back.
internal sealed partial class QueueCore<T>
{
    /// <summary>Puts an item in, or waits until there is room. The sender, if it is an interpreter, is released meanwhile.</summary>
    public void Put(ThreadState? tstate, T value, TimeSpan? timeout, OnSenderGone? rule, CancellationToken cancellationToken)
    {
        if (!TryPut(tstate, value, timeout, rule, cancellationToken)) throw new QueueFullException(Id, Capacity);
    }

    /// <summary>As <see cref="Put"/>; but that there was no room in time is no error.</summary>
    public bool TryPut(ThreadState? tstate, T value, TimeSpan? timeout, OnSenderGone? rule, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var deadline = After(timeout);
        var item = MakeReady(value, tstate?.Interp, rule);
        if (TryPut(item)) return true;

        var waiting = new ThreadWaiting<T>(this, tstate?.Interp, takes: false) { Item = item };
        try
        {
            if (TryPutOrLineUp(waiting)) return true;
            Sleep(tstate, waiting, deadline, cancellationToken);
            if (waiting.Outcome is not (Outcome.Done or Outcome.TimedOut)) throw Explain(waiting.Outcome, false, waiting.Interp, cancellationToken);
        }
        catch when (waiting.Outcome != Outcome.Done)
        {
            item.TakeBack();
            throw;
        }

        if (waiting.Outcome == Outcome.Done) return true;
        item.TakeBack();
        return false;
    }

    /// <summary>Puts an item in, if there is room.</summary>
    public bool TryPut(InterpreterState? sender, T value, OnSenderGone? rule)
    {
        var item = MakeReady(value, sender, rule);
        if (TryPut(item)) return true;
        item.TakeBack();
        return false;
    }

    /// <summary>Puts an item in, or ends when there was room. No thread waits.</summary>
    public ValueTask PutAsync(InterpreterState? sender, T value, TimeSpan? timeout, OnSenderGone? rule, CancellationToken cancellationToken)
    {
        if (cancellationToken.IsCancellationRequested) return ValueTask.FromCanceled(cancellationToken);
        var deadline = After(timeout);
        var item = MakeReady(value, sender, rule);
        if (TryPut(item)) return ValueTask.CompletedTask;
        var waiting = new TaskWaiting<T>(this, sender, takes: false) { Item = item };
        try
        {
            return TryPutOrLineUp(waiting) ? ValueTask.CompletedTask : new ValueTask(FinishAsync(waiting, deadline, cancellationToken));
        }
        catch
        {
            item.TakeBack();
            throw;
        }
    }

    private async Task FinishAsync(TaskWaiting<T> waiting, Deadline deadline, CancellationToken cancellationToken)
    {
        await waiting.Sleep(deadline, cancellationToken).ConfigureAwait(false);
        if (waiting.Outcome == Outcome.Done) return;
        waiting.Item.TakeBack();
        throw Explain(waiting.Outcome, false, waiting.Interp, cancellationToken);
    }

    /// <summary>Makes of a value what the receiver will get. What is not shareable ends here.</summary>
    private Item<T> MakeReady(T value, InterpreterState? sender, OnSenderGone? rule) =>
        Item<T>.MakeReady(value, sender, rule?.Checked() ?? Rule);

    private bool TryPut(in Item<T> item)
    {
        Runtime.Seam?.Point("queue.put");
        var after = default(Aftermath<T>);
        try
        {
            using (Sync.Enter())
            {
                RequirePutting(item.Sender);
                if (putters.First is not null || !HasRoom) return false;
                Deliver(item, ref after);
            }
        }
        catch
        {
            item.TakeBack();
            throw;
        }

        after.Run();
        return true;
    }

    private bool TryPutOrLineUp(Waiting<T> waiting)
    {
        Runtime.Seam?.Point("exchange.line-up");
        var after = default(Aftermath<T>);
        using (Sync.Enter())
        {
            RequirePutting(waiting.Interp);
            if (putters.First is not null || !HasRoom)
            {
                putters.Add(waiting);
                return false;
            }

            Deliver(waiting.Item, ref after);
            waiting.Settle(Outcome.Done);
        }

        after.Run();
        return true;
    }

    [Requires(nameof(Sync))]
    private void RequirePutting(InterpreterState? sender)
    {
        RequireHere();
        if (completed) throw new QueueCompletedException(Id);
        Admit(sender);
    }
}
