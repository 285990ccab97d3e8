namespace ExplicitContext.Runtime;

/// <summary>A value on its way from one interpreter to another.</summary>
internal struct Item<T>(T value, InterpreterState? sender, OnSenderGone rule)
{
    // The interpreter that sent it, what stands for a closed one, or null for a host outside any interpreter.
    private object? origin = sender;

    public T Value { get; private set; } = value;

    /// <summary>What becomes of it when its sender is closed.</summary>
    public OnSenderGone Rule { get; } = rule;

    /// <summary>Who waits until it is received, if anybody does.</summary>
    public Waiting<T>? Awaiting { get; init; }

    /// <summary>The interpreter that sent it; null for a host, and for one that is closed.</summary>
    public readonly InterpreterState? Sender => origin as InterpreterState;

    public readonly bool IsFrom(InterpreterState interp) => ReferenceEquals(origin, interp);

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
