namespace ExplicitContext.Runtime;

/// <summary>The interpreter that sent an item was closed before the item was received.</summary>
/// <remarks>Source: CPython 3.14, <c>ItemInterpreterDestroyed</c>. See <see cref="OnSenderGone"/>.</remarks>
public sealed class ItemInterpreterDestroyedException : InterpreterException
{
    internal ItemInterpreterDestroyedException(InterpreterId sender)
        : base(sender, $"Interpreter {sender} was closed before the item that it sent was received, and the value is gone with it. Keep the sender open until then.")
    {
    }
}
