namespace ExplicitContext.Runtime;

/// <summary>What a step leaves to be done once the lock is released: waking, and releasing values that nobody will receive.</summary>
internal struct Aftermath<T>
{
    private WaitingLine<T> woken;
    private List<Item<T>>? dropped;
    private ChannelCore<T>? shut;

    /// <summary>Ends a wait. Who waited must not be in a line any more.</summary>
    public void Settle(Waiting<T> waiting, Outcome outcome)
    {
        waiting.Settle(outcome);
        woken.Add(waiting);
    }

    public void Drop(in Item<T> item) => (dropped ??= []).Add(item);

    public void Unlist(ChannelCore<T> channel) => shut = channel;

    /// <summary>Not to be called under the lock.</summary>
    public readonly void Run()
    {
        shut?.Unlist();
        for (var waiting = woken.First; waiting is not null;)
        {
            var next = waiting.Next;
            waiting.Exchange.Runtime.Seam?.Point("exchange.wake");
            waiting.Wake();
            waiting = next;
        }

        if (dropped is null) return;
        foreach (var item in dropped) item.GiveUp();
    }
}
