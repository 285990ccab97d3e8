namespace ExplicitContext.Runtime;

/// <summary>What keeps an interpreter from closing.</summary>
public enum CloseBlockerKind
{
    /// <summary>A thread that the interpreter started, and that has not ended.</summary>
    Thread,

    /// <summary>An <see cref="InterpreterGuard"/> that has not been disposed of.</summary>
    Guard,

    /// <summary>A thread that runs in the interpreter and neither leaves nor checks its breaker.</summary>
    Holder,
}
