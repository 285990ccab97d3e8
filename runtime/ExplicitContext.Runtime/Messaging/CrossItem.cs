namespace ExplicitContext.Runtime;

/// <summary>What came out of a queue or a channel: a value, or the placeholder of one whose sender was closed meanwhile.</summary>
/// <typeparam name="T">The type of the values.</typeparam>
/// <remarks>Source: PEP 734, where the placeholder is <c>UNBOUND</c>. See <see cref="OnSenderGone.Placeholder"/>.</remarks>
public readonly struct CrossItem<T>
{
    private readonly T value;
    private readonly SenderGone? gone;

    internal CrossItem(T value, SenderGone? gone)
    {
        this.value = value;
        this.gone = gone;
    }

    /// <summary>Whether the interpreter that sent the value was closed before it was received, so that there is none.</summary>
    public bool IsPlaceholder => gone is not null;

    /// <summary>The interpreter that was closed, where this is a placeholder; else null.</summary>
    public InterpreterId? GoneSender => gone?.Interpreter;

    /// <summary>The value, which belongs to the receiver.</summary>
    /// <exception cref="ItemInterpreterDestroyedException">This is a placeholder.</exception>
    public T Value => gone is null ? value : throw new ItemInterpreterDestroyedException(gone.Interpreter);

    /// <summary>The value, if there is one.</summary>
    /// <param name="value">The value, or the default one where this is a placeholder.</param>
    /// <returns>Whether there is a value.</returns>
    public bool TryGetValue(out T value)
    {
        value = this.value;
        return gone is null;
    }

    /// <summary>The value's text, for messages.</summary>
    /// <returns>That of the value, or that its sender is closed.</returns>
    public override string ToString() => gone is null ? $"{value}" : $"(interpreter {gone.Interpreter} is closed)";
}
