using System.Diagnostics.CodeAnalysis;

namespace ExplicitContext.Runtime;

/// <summary>
/// The state of one thread in one interpreter: the context that is handed on. Whoever has it is inside, and has <c>tstate.Interp</c> and
/// <c>tstate.Interp.Runtime</c> as well.
/// </summary>
/// <remarks>
/// <para>A thread gets it from <see cref="InterpreterState.Run(Action{ThreadState}, CancellationToken)"/>, <c>Call</c> or
/// <see cref="InterpreterState.Attach"/>, and the same one again at its next visit. Threading: only its own thread may use it, except where a member says otherwise.</para>
/// <para>Source: CPython <c>PyThreadState</c> in <c>cpython/pystate.h</c>.</para>
/// </remarks>
[ThreadState]
public sealed partial class ThreadState
{
    [ThreadStatic]
    [GuardedBy("the own thread")]
    [AuditedStatic(
        Owner = "ExplicitContext.Runtime",
        Reason = "The one thread-local of the library: lets an entry point whose signature cannot change find the context that its thread is in.",
        Until = "2027-12-31")]
    private static ThreadState? attached;

    internal ThreadState(InterpreterState interp, Thread thread, long id)
    {
        Interp = interp;
        Thread = thread;
        Id = id;
    }

    /// <summary>
    /// The state that the calling thread is attached with. For entry points only: everybody else is handed <c>tstate</c>.
    /// </summary>
    /// <remarks>Source: CPython <c>PyThreadState_Get</c>, the thread-local <c>_Py_tss_tstate</c>.</remarks>
    /// <exception cref="NotAttachedException">The thread is in no interpreter, or has allowed other threads in.</exception>
    [AmbientAccessor(EnteredBy = "M:ExplicitContext.Runtime.InterpreterState.Attach(ExplicitContext.Runtime.ThreadState@)")]
    [ContextEntry]
    public static ThreadState Current => attached ?? throw NotAttachedException.NoCurrent();

    /// <summary>The interpreter that the thread is in.</summary>
    [field: GuardedBy("set once")]
    public InterpreterState Interp { get; }

    /// <summary>The operating system thread that the state belongs to.</summary>
    [field: GuardedBy("set once")]
    public Thread Thread { get; }

    /// <summary>The state's number, unique within its interpreter.</summary>
    [field: GuardedBy("set once")]
    public long Id { get; }

    /// <summary>Whether the thread holds the interpreter's lock with this state. May be asked from any thread; it can change at any time.</summary>
    [GuardedBy("atomic")]
    public bool IsAttached => Interp.Gate.Holder == this;

    /// <summary>
    /// Whether the thread is inside, be it attached, detached for a while, or in another interpreter that it entered from here. May be asked
    /// from any thread; it can change at any time.
    /// </summary>
    [GuardedBy("atomic")]
    public bool IsInside => Volatile.Read(ref depth) > 0;

    /// <summary>The state that the calling thread is attached with, if any. For entry points only.</summary>
    /// <remarks>Source: CPython <c>PyThreadState_GetUnchecked</c>.</remarks>
    /// <param name="tstate">The state, or null.</param>
    /// <returns>Whether there is one.</returns>
    [AmbientAccessor(EnteredBy = "M:ExplicitContext.Runtime.InterpreterState.Attach(ExplicitContext.Runtime.ThreadState@)")]
    [ContextEntry]
    public static bool TryGetCurrent([NotNullWhen(true)] out ThreadState? tstate)
    {
        tstate = attached;
        return tstate is not null;
    }

    /// <summary>
    /// Releases the interpreter's lock until the scope is disposed of, so that other threads can run in it: around anything that blocks.
    /// <c>using (tstate.AllowThreads()) stream.Read(buffer);</c> Inside, nothing of the interpreter may be touched.
    /// </summary>
    /// <remarks>Source: CPython <c>Py_BEGIN_ALLOW_THREADS</c> and <c>Py_END_ALLOW_THREADS</c>.</remarks>
    /// <returns>The scope. Its end waits for the lock, or throws where the interpreter was closed meanwhile.</returns>
    /// <exception cref="InterpreterFinalizingException">The interpreter was closed while the thread was inside.</exception>
    /// <exception cref="NotAttachedException">The calling thread is not attached with this state.</exception>
    /// <exception cref="AttachmentException">The thread has stopped all others of the interpreter; see <see cref="StopTheWorld"/>.</exception>
    public AllowThreadsScope AllowThreads()
    {
        RequireAttached();
        Release();
        depth++;
        return new AllowThreadsScope(this, depth);
    }

    /// <summary>Interpreter and thread, for messages.</summary>
    /// <returns>Such as "thread state 2 of interpreter 0 (thread 7 'reader')".</returns>
    public override string ToString() => $"thread state {Id} of interpreter {Interp.Id} (thread {Thread.ManagedThreadId}{(Thread.Name is { } name ? $" '{name}'" : "")})";
}
