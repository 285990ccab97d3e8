using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;

namespace ExplicitContext.Runtime;

// The raw way in: objects and exceptions pass as they are.
public sealed partial class InterpreterState
{
    /// <summary>What does not keep the interpreter from closing, and can ask whether it still can be entered.</summary>
    /// <remarks>Source: PEP 788, <c>PyInterpreterView_FromCurrent</c>.</remarks>
    public InterpreterView View => new(this);

    /// <summary>
    /// Brings the calling thread into this interpreter until the scope is disposed of: <c>using (interp.Attach(out var tstate)) { ... }</c>. Waits
    /// for the lock. Where the thread is in another interpreter, that one is left meanwhile; where it is in this one already, it stays. Objects and
    /// exceptions pass as they are: what must not be shared is for the caller to know. <see cref="Run(Action{ThreadState}, CancellationToken)"/> checks.
    /// </summary>
    /// <remarks>Source: PEP 788, <c>PyThreadState_Ensure</c>; CPython <c>PyThreadState_Swap</c>. A thread keeps its state in an interpreter between visits.</remarks>
    /// <param name="tstate">The calling thread's state in this interpreter, to be handed on explicitly.</param>
    /// <returns>The scope. A ref struct, so it can neither be stored nor be live across an <c>await</c>.</returns>
    /// <exception cref="InterpreterFinalizingException">The interpreter is closing or closed. It never waits for such a one.</exception>
    /// <exception cref="InterpreterAbandonedException">The thread that holds the lock has ended without giving it back.</exception>
    [ContextEntry]
    public AttachScope Attach(out ThreadState tstate)
    {
        _ = ThreadState.TryGetCurrent(out var previous);
        AttachFrom(previous, isMember: false, Deadline.Never, CancellationToken.None, out var scope, out tstate!);
        return scope;
    }

    /// <summary>As <see cref="Attach"/>, but gives up when the time is up.</summary>
    /// <param name="timeout">How long to wait for the lock; zero takes it only where it is free at once, <see cref="Timeout.InfiniteTimeSpan"/> waits for ever.</param>
    /// <param name="scope">To be disposed of, also where the return value is false.</param>
    /// <param name="tstate">The calling thread's state in this interpreter.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <returns>False where the time was up.</returns>
    /// <exception cref="InterpreterFinalizingException">The interpreter is closing or closed.</exception>
    /// <exception cref="InterpreterAbandonedException">The thread that holds the lock has ended without giving it back.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled first.</exception>
    [ContextEntry]
    public bool TryAttach(TimeSpan timeout, out AttachScope scope, [NotNullWhen(true)] out ThreadState? tstate, CancellationToken cancellationToken = default)
    {
        _ = ThreadState.TryGetCurrent(out var previous);
        return AttachFrom(previous, isMember: false, Deadline.After(timeout, Runtime.Clock), cancellationToken, out scope, out tstate);
    }

    /// <summary>Keeps the interpreter from finalizing until the guard is disposed of: closing waits for it. A thread can attach through it meanwhile.</summary>
    /// <remarks>Source: PEP 788, <c>PyInterpreterGuard_FromCurrent</c>.</remarks>
    /// <param name="name">What for, in the list of who keeps the interpreter from closing.</param>
    /// <returns>The guard.</returns>
    /// <exception cref="InterpreterFinalizingException">The interpreter is closing or closed.</exception>
    public InterpreterGuard Guard(string name = "guard") =>
        TryGuard(out var guard, name) ? guard : throw Unavailable();

    /// <summary>As <see cref="Guard"/>, where the interpreter is not closing.</summary>
    /// <param name="guard">To be disposed of.</param>
    /// <param name="name">What for.</param>
    /// <returns>False where the interpreter is closing or closed.</returns>
    public bool TryGuard([NotNullWhen(true)] out InterpreterGuard? guard, string name = "guard")
    {
        ArgumentNullException.ThrowIfNull(name);
        guard = new InterpreterGuard(this, name);
        if (Occupants.TryAdd(guard)) return true;
        guard = null;
        return false;
    }

    /// <summary>Brings the calling thread in.</summary>
    /// <param name="previous">The state that the thread is attached with.</param>
    /// <param name="isMember">Whether it is a thread that closing waits for, or comes through a guard: it may enter until the interpreter finalizes.</param>
    /// <param name="deadline">How long to wait.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <param name="scope">The visit.</param>
    /// <param name="tstate">The thread's state.</param>
    /// <returns>False where the deadline came first.</returns>
    internal bool AttachFrom(
        ThreadState? previous,
        bool isMember,
        Deadline deadline,
        CancellationToken cancellationToken,
        out AttachScope scope,
        [NotNullWhen(true)] out ThreadState? tstate)
    {
        scope = default;
        if (Phase == InterpreterPhase.Closed) throw Unavailable();
        tstate = previous?.Interp == this ? previous : threadStates.OfThisThread;
        if (tstate != previous && !tstate.IsInside && Phase is var phase and not InterpreterPhase.Ready && !(isMember && phase == InterpreterPhase.Closing))
            throw Unavailable();

        var depth = tstate.Enter(previous, deadline, cancellationToken);
        if (depth == 0)
        {
            tstate = null;
            return false;
        }

        if (depth == 1 && Runtime.Options.CaptureStacks) tstate.Entered = new StackTrace(2, true);
        scope = new AttachScope(tstate, previous, depth);
        return true;
    }
}
