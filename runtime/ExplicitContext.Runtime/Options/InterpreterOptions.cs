namespace ExplicitContext.Runtime;

/// <summary>What one interpreter is told at its creation. Immutable; safe to share between threads.</summary>
/// <remarks>Source: CPython <c>PyInterpreterConfig</c>, PEP 684.</remarks>
public sealed record InterpreterOptions
{
    /// <summary>
    /// How long a thread runs while another waits for the interpreter's lock, until it is asked to give way. 5 milliseconds unless set.
    /// Every interpreter has its own; see <see cref="InterpreterState.SwitchInterval"/>.
    /// </summary>
    public TimeSpan SwitchInterval { get; init; } = TimeSpan.FromMilliseconds(5);
}
