namespace ExplicitContext.Runtime;

/// <summary>A member that must be called from inside an interpreter was called from outside, or by another thread than the one inside.</summary>
public sealed class NotAttachedException : AttachmentException
{
    private NotAttachedException(InterpreterId? id, string message)
        : base(id, message)
    {
    }

    internal static NotAttachedException NoCurrent() => new(
        null,
        $"Thread {Environment.CurrentManagedThreadId} is in no interpreter, so there is no current thread state. "
        + "Enter one with interp.Run, interp.Call or interp.Attach; after tstate.AllowThreads() end the scope first.");

    internal static NotAttachedException Outside(InterpreterId id) => new(
        id,
        $"Thread {Environment.CurrentManagedThreadId} is not inside interpreter {id}, so it cannot touch what that interpreter's lock guards. "
        + "Enter it with interp.Run, interp.Call or interp.Attach.");

    internal static NotAttachedException With(ThreadState tstate, ThreadState? attached) => new(
        tstate.Interp.Id,
        $"Thread {Environment.CurrentManagedThreadId} is not attached with {tstate}, but {(attached is null ? "with none" : $"with {attached}")}. "
        + "A thread state is good for its own thread, and while that is attached with it.");
}
