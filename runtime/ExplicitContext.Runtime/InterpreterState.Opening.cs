namespace ExplicitContext.Runtime;

// Between the object and its place in the registry.
public sealed partial class InterpreterState
{
    [GuardedBy(nameof(Gate))]
    private HostedSession? language;

    /// <summary>Makes the interpreter ready, before anybody can find it.</summary>
    /// <param name="caller">The state that the calling thread is attached with, which leaves meanwhile.</param>
    /// <exception cref="InterpreterException">The language could not be opened; the cause is inside.</exception>
    internal void Open(ThreadState? caller)
    {
        if (Options.Language is not { } plugged) return;
        AttachFrom(caller, isMember: false, Deadline.Never, CancellationToken.None, out var scope, out var tstate);
        try
        {
            var session = plugged.Open(tstate!)
                ?? throw new InterpreterException(Id, $"The language {plugged.Name} returned null for a session; it must make one.");
            language = new HostedSession(this, session);
        }
        catch (Exception error)
        {
            LeaveQuietly(scope);
            throw new InterpreterException(Id, $"The language {plugged.Name} could not be opened in a new interpreter: {error.Message}", error);
        }

        scope.Dispose();
    }

    /// <summary>Releases what an interpreter holds that never became ready.</summary>
    /// <param name="caller">The state that the calling thread is attached with, which leaves meanwhile.</param>
    internal void Abort(ThreadState? caller)
    {
        // A hook may have closed it already.
        if (Phase == InterpreterPhase.Closed) return;
        if (language is null) ClearState([]);
        else ClearInside(caller);
        MoveOn(InterpreterPhase.Closed);
    }

    private void ClearInside(ThreadState? caller)
    {
        AttachFrom(caller, isMember: false, Deadline.Never, CancellationToken.None, out var scope, out _);
        try
        {
            ClearState([]);
        }
        finally
        {
            LeaveQuietly(scope);
        }
    }
}
