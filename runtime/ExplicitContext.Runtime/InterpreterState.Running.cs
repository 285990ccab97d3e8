namespace ExplicitContext.Runtime;

public sealed partial class InterpreterState
{
    /// <summary>
    /// Runs an action in this interpreter, on the calling thread: waits for the lock, runs, releases. Where the thread is in another interpreter,
    /// that one's lock is released meanwhile and taken back afterwards. Where it is in this one already, the action runs at once.
    /// </summary>
    /// <remarks>Source: PEP 734, <c>Interpreter.exec</c> and <c>Interpreter.call</c>, except that a second thread waits instead of failing.</remarks>
    /// <param name="action">Gets the thread state to hand on. What it throws comes out of here as it is, with the lock released.</param>
    /// <exception cref="InterpreterFinalizingException">
    /// The interpreter is closing or closed; or the action went well, but the interpreter that the caller was in has been closed meanwhile.
    /// </exception>
    public void Run(Action<ThreadState> action)
    {
        ArgumentNullException.ThrowIfNull(action);
        Call(
            static (tstate, action) =>
            {
                action(tstate);
                return true;
            },
            action);
    }

    /// <summary>Runs an action with an argument in this interpreter, so that the action needs no closure. See <see cref="Run(Action{ThreadState})"/>.</summary>
    /// <typeparam name="TArg">The argument's type.</typeparam>
    /// <param name="action">Gets the thread state and the argument.</param>
    /// <param name="arg">Handed to the action as it is.</param>
    /// <exception cref="InterpreterFinalizingException">As for <see cref="Run(Action{ThreadState})"/>.</exception>
    public void Run<TArg>(Action<ThreadState, TArg> action, TArg arg)
    {
        ArgumentNullException.ThrowIfNull(action);
        Call(
            static (tstate, call) =>
            {
                call.action(tstate, call.arg);
                return true;
            },
            (action, arg));
    }

    /// <summary>Runs a function in this interpreter and returns its result. See <see cref="Run(Action{ThreadState})"/>.</summary>
    /// <typeparam name="TResult">The result's type.</typeparam>
    /// <param name="function">Gets the thread state to hand on.</param>
    /// <returns>What the function returned, as it is: mutable objects are then shared between interpreters.</returns>
    /// <exception cref="InterpreterFinalizingException">As for <see cref="Run(Action{ThreadState})"/>.</exception>
    public TResult Call<TResult>(Func<ThreadState, TResult> function)
    {
        ArgumentNullException.ThrowIfNull(function);
        return Call(static (tstate, function) => function(tstate), function);
    }

    /// <summary>Runs a function with an argument in this interpreter, so that the function needs no closure. See <see cref="Run(Action{ThreadState})"/>.</summary>
    /// <typeparam name="TArg">The argument's type.</typeparam>
    /// <typeparam name="TResult">The result's type.</typeparam>
    /// <param name="function">Gets the thread state and the argument.</param>
    /// <param name="arg">Handed to the function as it is.</param>
    /// <returns>What the function returned, as it is.</returns>
    /// <exception cref="InterpreterFinalizingException">As for <see cref="Run(Action{ThreadState})"/>.</exception>
    public TResult Call<TArg, TResult>(Func<ThreadState, TArg, TResult> function, TArg arg)
    {
        ArgumentNullException.ThrowIfNull(function);
        var scope = Attach(out var tstate);
        TResult result;
        try
        {
            result = function(tstate, arg);
        }
        catch
        {
            LeaveQuietly(scope);
            throw;
        }

        scope.Dispose();
        return result;
    }

    /// <summary>
    /// Brings the calling thread into this interpreter until the scope is disposed of: <c>using (interp.Attach(out var tstate)) { ... }</c>. Waits
    /// for the lock. Where the thread is in another interpreter, that one is left meanwhile; where it is in this one already, it stays.
    /// </summary>
    /// <remarks>Source: PEP 788, <c>PyThreadState_Ensure</c>; CPython <c>PyThreadState_Swap</c>. A thread keeps its state in an interpreter between visits.</remarks>
    /// <param name="tstate">The calling thread's state in this interpreter, to be handed on explicitly.</param>
    /// <returns>The scope. A ref struct, so it can neither be stored nor be live across an <c>await</c>.</returns>
    /// <exception cref="InterpreterFinalizingException">The interpreter is closing or closed. It never waits for such a one.</exception>
    [ContextEntry]
    public AttachScope Attach(out ThreadState tstate)
    {
        _ = ThreadState.TryGetCurrent(out var previous);
        tstate = Enter(previous);
        return new AttachScope(tstate, previous);
    }

    /// <summary>Why nobody can enter: the exception for the phase that the interpreter is in.</summary>
    internal InterpreterFinalizingException Unavailable() =>
        Phase == InterpreterPhase.Closed ? new InterpreterClosedException(Id) : new InterpreterFinalizingException(Id);

    /// <summary>
    /// Leaves while an exception is on its way out, which must not be replaced. That the caller's interpreter was closed meanwhile shows when its
    /// thread state is next used.
    /// </summary>
    private static void LeaveQuietly(AttachScope scope)
    {
        try
        {
            scope.Dispose();
        }
        catch (InterpreterFinalizingException)
        {
        }
    }

    private ThreadState Enter(ThreadState? previous)
    {
        var tstate = previous?.Interp == this ? previous : threadStates.OfThisThread;
        if (tstate != previous)
        {
            if (tstate.Depth == 0 && Phase != InterpreterPhase.Ready) throw Unavailable();
            tstate.SwapIn(previous);
        }

        tstate.Depth++;
        return tstate;
    }
}
