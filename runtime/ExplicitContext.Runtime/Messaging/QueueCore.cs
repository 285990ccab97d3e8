namespace ExplicitContext.Runtime;

/// <summary>What a <see cref="CrossQueue{T}"/> does: a row of items with a capacity, and those who wait for room in it.</summary>
internal sealed partial class QueueCore<T>(RuntimeState runtime, QueueId id, int capacity, OnSenderGone rule) : Exchange<T>(runtime)
{
    [GuardedBy(nameof(Sync))]
    private WaitingLine<T> putters;

    [GuardedBy(nameof(Sync))]
    private bool completed;

    [GuardedBy(nameof(Sync))]
    private int bindings;

    public QueueId Id { get; } = id;

    /// <summary>How many items fit in; 0 for any number.</summary>
    public int Capacity { get; } = Math.Max(capacity, 0);

    public OnSenderGone Rule { get; } = rule;

    /// <summary>Whether nothing can be put in any more, and nothing is left.</summary>
    public bool IsDrained
    {
        get
        {
            using (Sync.Enter())
            {
                RequireHere();
                return completed && Items.Count == 0;
            }
        }
    }

    protected override int GiverCount => putters.Count;

    protected override string TakePlace => "queue.get";

    protected override bool HasEnded => completed;

    protected override bool CanPutBack => true;

    [Requires(nameof(Sync))]
    private bool HasRoom => Capacity == 0 || Items.Count < Capacity;

    /// <summary>Lets nothing more in. Who waits to put is sent home; who waits to get as well, because nothing is left.</summary>
    public void Complete()
    {
        Runtime.Seam?.Point("queue.complete");
        var after = default(Aftermath<T>);
        using (Sync.Enter())
        {
            RequireHere();
            completed = true;
            SendGiversHome(null, Outcome.Ended, ref after);
            SendTakersHome(null, Outcome.Ended, ref after);
        }

        after.Run();
    }

    /// <summary>One more owner.</summary>
    public void Bind()
    {
        using (Sync.Enter())
        {
            RequireHere();
            bindings++;
        }
    }

    /// <summary>One owner less.</summary>
    /// <returns>Whether it was the last one.</returns>
    public bool Unbind()
    {
        using (Sync.Enter())
        {
            RequireHere();
            if (bindings == 0) throw QueueException.NotBound(Id);
            return --bindings == 0;
        }
    }

    /// <summary>Does away with the queue.</summary>
    /// <returns>False where that has been done before.</returns>
    public bool Destroy()
    {
        Runtime.Seam?.Point("queue.dispose");
        return TryEnd();
    }

    protected override void RequireHere()
    {
        if (IsGone) throw QueueNotFoundException.Disposed(Id);
    }

    protected override void RequireTaking(InterpreterState? interp) => RequireHere();

    /// <summary>Lets in who waits at the head of the line, while there is room.</summary>
    protected override void Freed(ref Aftermath<T> after)
    {
        while (putters.First is { } putter && HasRoom)
        {
            putters.Remove(putter);
            Items.Append(putter.Item);
            after.Settle(putter, Outcome.Done);
        }
    }

    protected override void Forget(InterpreterState interp, ref Aftermath<T> after)
    {
    }

    protected override void WithdrawGiver(Waiting<T> giver, ref Aftermath<T> after) => putters.Remove(giver);

    protected override void SendGiversHome(InterpreterState? interp, Outcome why, ref Aftermath<T> after) => putters.SendHome(interp, why, ref after);

    protected override Exception Explain(Outcome why, bool takes, InterpreterState? interp, CancellationToken cancellationToken) => why switch
    {
        Outcome.TimedOut => takes ? new QueueEmptyException(Id) : new QueueFullException(Id, Capacity),
        Outcome.Cancelled => new OperationCanceledException(cancellationToken),
        Outcome.Refused => interp!.Unavailable(),
        Outcome.Ended => new QueueCompletedException(Id),
        _ => QueueNotFoundException.Disposed(Id),
    };
}
