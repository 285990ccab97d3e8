using System.Diagnostics;

namespace ExplicitContext.Runtime;

/// <summary>Keeps an interpreter from finalizing until it is disposed of.</summary>
/// <remarks>Threading: may be used from any thread. Source: PEP 788, <c>PyInterpreterGuard</c>.</remarks>
public sealed class InterpreterGuard : IDisposable
{
    private readonly string name;
    private readonly StackTrace? stack;

    [GuardedBy("atomic")]
    private int released;

    internal InterpreterGuard(InterpreterState interp, string name)
    {
        Interp = interp;
        this.name = name;
        if (interp.Runtime.Options.CaptureStacks) stack = new StackTrace(2, true);
    }

    /// <summary>The interpreter.</summary>
    public InterpreterState Interp { get; }

    internal CloseBlocker Blocker => new(CloseBlockerKind.Guard, $"'{name}'", stack);

    /// <summary>Brings the calling thread in, also while somebody waits to close the interpreter. See <see cref="InterpreterState.Attach"/>.</summary>
    /// <param name="tstate">The calling thread's state in the interpreter.</param>
    /// <returns>The scope.</returns>
    /// <exception cref="ObjectDisposedException">The guard was released.</exception>
    [ContextEntry]
    public AttachScope Attach(out ThreadState tstate)
    {
        ObjectDisposedException.ThrowIf(Volatile.Read(ref released) != 0, this);
        _ = ThreadState.TryGetCurrent(out var previous);
        Interp.AttachFrom(previous, isMember: true, Deadline.Never, CancellationToken.None, out var scope, out tstate!);
        return scope;
    }

    /// <summary>Releases the interpreter.</summary>
    /// <exception cref="ObjectDisposedException">It was released before. <see cref="Dispose"/> takes that as done.</exception>
    public void Release() => ObjectDisposedException.ThrowIf(!TryRelease(), this);

    /// <summary>Releases the interpreter; a second call does nothing.</summary>
    public void Dispose() => TryRelease();

    private bool TryRelease()
    {
        if (Interlocked.Exchange(ref released, 1) != 0) return false;
        Interp.Seam?.Point("guard.release");
        Interp.Occupants.Remove(this);
        return true;
    }
}
