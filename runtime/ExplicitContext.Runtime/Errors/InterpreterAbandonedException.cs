namespace ExplicitContext.Runtime;

/// <summary>
/// The thread that holds the interpreter's lock has ended without giving it back, so what the lock guards may be half-changed and nobody gets in
/// any more. Close the interpreter.
/// </summary>
/// <remarks>The counterpart of <see cref="AbandonedMutexException"/>; CPython waits for ever.</remarks>
public sealed class InterpreterAbandonedException : InterpreterException
{
    internal InterpreterAbandonedException(InterpreterId id, ThreadState? holder)
        : base(
            id,
            $"The lock of interpreter {id} is held by a thread that has ended{(holder is null ? "" : $" ({holder})")}: it was attached and never left. "
            + "The interpreter cannot be trusted any more; close it. A using statement around Attach prevents this.")
    {
    }
}
