namespace ExplicitContext.Runtime;

/// <summary>An interpreter could not be closed in time. It lets nobody in any more; closing again goes on waiting.</summary>
public sealed class InterpreterCloseBlockedException : InterpreterException
{
    internal InterpreterCloseBlockedException(InterpreterId id, IReadOnlyList<CloseBlocker> blockers)
        : base(id, $"Interpreter {id} could not be closed in time. It waits for: {string.Join("; ", blockers)}. End these, then close it again.") =>
        Blockers = blockers;

    /// <summary>Who did not leave in time. Never empty.</summary>
    public IReadOnlyList<CloseBlocker> Blockers { get; }
}
