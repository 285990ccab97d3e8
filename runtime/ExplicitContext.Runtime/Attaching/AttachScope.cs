namespace ExplicitContext.Runtime;

/// <summary>
/// A visit of the calling thread to an interpreter, from <see cref="InterpreterState.Attach"/> until <see cref="Dispose"/>.
/// </summary>
/// <remarks>
/// Threading: a ref struct, so the compiler keeps it on its thread: it cannot be stored, captured, boxed, or live across <c>await</c> or
/// <c>yield</c>. Source: PEP 788, <c>PyThreadState_Release</c>.
/// </remarks>
public readonly ref struct AttachScope
{
    private readonly ThreadState? tstate;
    private readonly int depth;

    internal AttachScope(ThreadState tstate, ThreadState? previous, int depth)
    {
        this.tstate = tstate;
        Previous = previous;
        this.depth = depth;
    }

    /// <summary>The state that the thread was attached with before, and will be again; null where it came from outside.</summary>
    public ThreadState? Previous { get; }

    /// <summary>Leaves the interpreter, and takes the thread back to the one it came from, if any.</summary>
    /// <exception cref="InterpreterFinalizingException">
    /// The interpreter that the thread came from was closed meanwhile. The thread is attached to none then.
    /// </exception>
    /// <exception cref="AttachmentException">The scope has ended before, or one that was opened within it has not.</exception>
    public void Dispose() => tstate?.Leave(Previous, depth);
}
