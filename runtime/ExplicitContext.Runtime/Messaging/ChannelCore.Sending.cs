namespace ExplicitContext.Runtime;

// Sending. Whoever made a value ready and cannot get rid of it takes it back.
internal sealed partial class ChannelCore<T>
{
    /// <summary>Sends, and does not wait.</summary>
    /// <returns>Whether somebody waited for it.</returns>
    public bool Send(InterpreterState? sender, T value, OnSenderGone? rule)
    {
        var item = MakeReady(value, sender, rule, null);
        try
        {
            return Add(item);
        }
        catch
        {
            item.TakeBack();
            throw;
        }
    }

    /// <summary>Sends, and waits until it has been received. The sender, if it is an interpreter, is released meanwhile.</summary>
    public void SendAndWait(ThreadState? tstate, T value, TimeSpan? timeout, OnSenderGone? rule, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var deadline = After(timeout);
        var waiting = new ThreadWaiting<T>(this, tstate?.Interp, takes: false);
        var item = MakeReady(value, tstate?.Interp, rule, waiting);
        try
        {
            if (Add(item)) return;
            Sleep(tstate, waiting, deadline, cancellationToken);
            if (waiting.Outcome != Outcome.Done) throw Explain(waiting.Outcome, false, waiting.Interp, cancellationToken);
        }
        catch when (waiting.Outcome != Outcome.Done)
        {
            item.TakeBack();
            throw;
        }
    }

    /// <summary>Sends, and ends when it has been received. No thread waits.</summary>
    public ValueTask SendAndWaitAsync(
        InterpreterState? sender, T value, TimeSpan? timeout, OnSenderGone? rule, CancellationToken cancellationToken)
    {
        if (cancellationToken.IsCancellationRequested) return ValueTask.FromCanceled(cancellationToken);
        var deadline = After(timeout);
        var waiting = new TaskWaiting<T>(this, sender, takes: false);
        var item = MakeReady(value, sender, rule, waiting);
        try
        {
            return Add(item) ? ValueTask.CompletedTask : new ValueTask(FinishAsync(waiting, item, deadline, cancellationToken));
        }
        catch
        {
            item.TakeBack();
            throw;
        }
    }

    protected override void WithdrawGiver(Waiting<T> giver, ref Aftermath<T> after)
    {
        Items.Sweep(static (ref Item<T> item, ref Waiting<T> giver) => item.Awaiting != giver, ref giver);
        Freed(ref after);
    }

    protected override void SendGiversHome(InterpreterState? interp, Outcome why, ref Aftermath<T> after)
    {
        var sweep = new Recall { Interp = interp, Why = why, After = after };
        Items.Sweep(
            static (ref Item<T> item, ref Recall recall) =>
            {
                if (item.Awaiting is not { } giver || (recall.Interp is not null && giver.Interp != recall.Interp)) return true;
                recall.After.Settle(giver, recall.Why);
                return false;
            },
            ref sweep);
        after = sweep.After;
        Freed(ref after);
    }

    protected override Exception Explain(Outcome why, bool takes, InterpreterState? interp, CancellationToken cancellationToken) => why switch
    {
        Outcome.TimedOut when takes => new ChannelEmptyException(Id),
        Outcome.TimedOut => new TimeoutException($"Nobody received in time what was sent to channel {Id}, so it was withdrawn. Wait longer, or use Send."),
        Outcome.Cancelled => new OperationCanceledException(cancellationToken),
        Outcome.Refused => interp!.Unavailable(),
        Outcome.Ended => ChannelClosedException.Closed(Id),
        _ => ChannelNotFoundException.Destroyed(Id),
    };

    private async Task FinishAsync(TaskWaiting<T> waiting, Item<T> item, Deadline deadline, CancellationToken cancellationToken)
    {
        await waiting.Sleep(deadline, cancellationToken).ConfigureAwait(false);
        if (waiting.Outcome == Outcome.Done) return;
        item.TakeBack();
        throw Explain(waiting.Outcome, false, waiting.Interp, cancellationToken);
    }

    private bool Add(in Item<T> item)
    {
        Runtime.Seam?.Point("channel.send");
        var after = default(Aftermath<T>);
        bool awaited;
        using (Sync.Enter())
        {
            RequireSending(item.Sender);
            awaited = Deliver(item, ref after);
        }

        after.Run();
        return awaited;
    }

    /// <summary>Makes of a value what the receiver will get. What is not shareable ends here.</summary>
    private Item<T> MakeReady(T value, InterpreterState? sender, OnSenderGone? given, Waiting<T>? awaiting) =>
        Item<T>.MakeReady(value, sender, given?.Checked() ?? rule) with { Awaiting = awaiting };

    private struct Recall
    {
        public Aftermath<T> After;

        public required InterpreterState? Interp { get; init; }

        public required Outcome Why { get; init; }
    }
}
