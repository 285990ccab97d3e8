namespace ExplicitContext.Runtime;

/// <summary>A value on its way from one interpreter to another.</summary>
internal struct Item<T>
{
    // The interpreter that sent it, what stands for a closed one, or null for a host outside any interpreter.
    private object? origin;

    private Item(T value, InterpreterState? sender, OnSenderGone rule)
    {
        Value = value;
        origin = sender;
        Rule = rule;
    }

    public T Value { get; private set; }

    /// <summary>What becomes of it when its sender is closed.</summary>
    public OnSenderGone Rule { get; }

    /// <summary>Who waits until it is received, if anybody does.</summary>
    public Waiting<T>? Awaiting { get; init; }

    /// <summary>The interpreter that sent it; null for a host, and for one that is closed.</summary>
    public readonly InterpreterState? Sender => origin as InterpreterState;

    public readonly bool IsFrom(InterpreterState interp) => ReferenceEquals(origin, interp);

    /// <summary>Makes of a value what the receiver will get. What is not shareable ends here.</summary>
    /// <exception cref="NotShareableException">The value must not cross.</exception>
    /// <exception cref="InterpreterQuotaException">As many items of the sender wait as may.</exception>
    public static Item<T> MakeReady(T value, InterpreterState? sender, OnSenderGone rule)
    {
        sender?.BeginQueueing();
        try
        {
            return new Item<T>(Crossing.Send(value, sender, "item"), sender, rule);
        }
        catch
        {
            sender?.EndQueueing();
            throw;
        }
    }

    /// <summary>Nobody will ever receive it. Not to be called under a lock.</summary>
    public readonly void GiveUp()
    {
        Sender?.EndQueueing();
        Crossing.Discard(Value);
    }

    /// <summary>It could not be sent: the sender has again what it has moved. Not to be called under a lock.</summary>
    public readonly void TakeBack()
    {
        Sender?.EndQueueing();
        Crossing.Recall(Value);
    }

    /// <summary>What the receiver gets.</summary>
    /// <exception cref="ItemInterpreterDestroyedException">The sender is closed, and such items are to throw.</exception>
    public readonly CrossItem<T> Receive()
    {
        if (origin is not SenderGone gone) return new CrossItem<T>(Value, null);
        return Rule == OnSenderGone.Throw ? throw new ItemInterpreterDestroyedException(gone.Interpreter) : new CrossItem<T>(default!, gone);
    }

    /// <summary>Its sender is closed: only that much is left.</summary>
    public void LoseSender(SenderGone gone)
    {
        Value = default!;
        origin = gone;
    }
}
