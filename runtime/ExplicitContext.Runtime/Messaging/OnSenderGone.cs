namespace ExplicitContext.Runtime;

/// <summary>What becomes of an item that waits to be received when the interpreter that sent it is closed. Its value is released in any case.</summary>
/// <remarks>Source: PEP 734, <c>UNBOUND</c>, <c>UNBOUND_ERROR</c> and <c>UNBOUND_REMOVE</c> of <c>concurrent.interpreters</c>.</remarks>
public enum OnSenderGone
{
    /// <summary>A placeholder is received in its place; see <see cref="CrossItem{T}.IsPlaceholder"/>.</summary>
    Placeholder,

    /// <summary>Whoever receives it gets an <see cref="ItemInterpreterDestroyedException"/>, once; the next item follows.</summary>
    Throw,

    /// <summary>It is taken out at once, as if it had never been sent.</summary>
    Remove,
}
