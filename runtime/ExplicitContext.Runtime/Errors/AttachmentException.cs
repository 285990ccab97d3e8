namespace ExplicitContext.Runtime;

/// <summary>A thread state or a scope was used against the rules: by another thread, or out of order.</summary>
public class AttachmentException : InterpreterException
{
    private protected AttachmentException(InterpreterId? id, string message)
        : base(id, message)
    {
    }

    internal static AttachmentException WrongOrder(ThreadState tstate, ThreadState? attached) => new(
        tstate.Interp.Id,
        $"A scope of {tstate} ends out of order: {(attached is null ? "the thread is attached to no interpreter" : $"the thread is attached with {attached}")}. "
        + "Scopes end once each, the innermost first; a using statement sees to that.");

    internal static AttachmentException HeldAlready(ThreadState tstate) => new(
        tstate.Interp.Id,
        $"The {tstate} holds the interpreter's lock already and would wait for itself for ever. Use the thread state that is attached.");

    internal static AttachmentException WorldIsStopped(ThreadState tstate) => new(
        tstate.Interp.Id,
        $"The {tstate} has stopped the other threads of its interpreter and cannot leave it before they may go on. End the StopTheWorld scope first.");

    internal static AttachmentException WorldIsStoppedTwice() => new(
        null, "This thread has stopped all interpreters already and would wait for itself for ever. Dispose of the WorldStop first.");

    internal static AttachmentException NeverLeft(ThreadState tstate) => new(
        tstate.Interp.Id,
        $"The {tstate} has ended without leaving the interpreter: a scope of Attach or AllowThreads was never disposed of. A using statement sees to that.");

    internal static AttachmentException NotHolder(ThreadState tstate, ThreadState? holder) => new(
        tstate.Interp.Id,
        $"The {tstate} does not hold the interpreter's lock and cannot release it; {(holder is null ? "nobody holds it" : $"the holder is {holder}")}.");
}
