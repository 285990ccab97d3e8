namespace ExplicitContext.Runtime;

/// <summary>Those who wait, in the order in which they came. Not thread-safe.</summary>
internal struct WaitingLine<T>
{
    private Waiting<T>? last;

    public Waiting<T>? First { get; private set; }

    public readonly int Count
    {
        get
        {
            var count = 0;
            for (var waiting = First; waiting is not null; waiting = waiting.Next) count++;
            return count;
        }
    }

    public void Add(Waiting<T> waiting)
    {
        waiting.Previous = last;
        if (last is null) First = waiting;
        else last.Next = waiting;
        last = waiting;
    }

    public void Remove(Waiting<T> waiting)
    {
        if (waiting.Previous is null) First = waiting.Next;
        else waiting.Previous.Next = waiting.Next;
        if (waiting.Next is null) last = waiting.Previous;
        else waiting.Next.Previous = waiting.Previous;
        waiting.Previous = waiting.Next = null;
    }

    /// <summary>Ends the waits of one interpreter, or of all.</summary>
    public void SendHome(InterpreterState? interp, Outcome why, ref Aftermath<T> after)
    {
        for (var waiting = First; waiting is not null;)
        {
            var next = waiting.Next;
            if (interp is null || waiting.Interp == interp)
            {
                Remove(waiting);
                after.Settle(waiting, why);
            }

            waiting = next;
        }
    }
}
