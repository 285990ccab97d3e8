namespace ExplicitContext.Runtime;

/// <summary>
/// A time in which a thread has released its interpreter's lock, from <see cref="ThreadState.AllowThreads"/> until <see cref="Dispose"/>.
/// </summary>
/// <remarks>Threading: a ref struct, so the compiler keeps it on its thread. Source: CPython <c>PyEval_RestoreThread</c>.</remarks>
public readonly ref struct AllowThreadsScope
{
    private readonly ThreadState? tstate;
    private readonly int depth;

    internal AllowThreadsScope(ThreadState tstate, int depth)
    {
        this.tstate = tstate;
        this.depth = depth;
    }

    /// <summary>Waits for the interpreter's lock and takes it back.</summary>
    /// <exception cref="InterpreterFinalizingException">
    /// The interpreter was closed meanwhile. The thread is not attached any more and unwinds; it is never left waiting. Where an exception is on
    /// its way out, this one takes its place, as always at the end of a using statement.
    /// </exception>
    /// <exception cref="AttachmentException">The scope has ended before, or the thread is still in an interpreter that it entered within.</exception>
    public void Dispose() => tstate?.EndAllowThreads(depth);
}
