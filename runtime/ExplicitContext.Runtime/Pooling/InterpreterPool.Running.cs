namespace ExplicitContext.Runtime;

// Work that the calling thread does itself, in a worker's interpreter.
public sealed partial class InterpreterPool
{
    /// <summary>The state that the calling thread is attached with: read once, at a member that users call, and handed on.</summary>
    [ContextEntry]
    private static ThreadState? Caller => ThreadState.TryGetCurrent(out var tstate) ? tstate : null;

    /// <summary>Runs an action in one of the pool's interpreters, on the calling thread. See <see cref="Call{TArg, TResult}"/>.</summary>
    /// <param name="action">A stateless delegate. Gets the thread state to hand on.</param>
    /// <param name="cancellationToken">Ends the waiting for an interpreter, and the action at its next <see cref="ThreadState.CheckBreaker"/>.</param>
    /// <exception cref="ExecutionFailedException">The action threw what must not cross.</exception>
    /// <exception cref="NotShareableException">The action is not stateless.</exception>
    /// <exception cref="BrokenInterpreterPoolException">The pool is broken.</exception>
    /// <exception cref="ObjectDisposedException">The pool has been shut down.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    [ContextEntry]
    public void Run(Action<ThreadState> action, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(action);
        Crossing.RequireStateless(action, nameof(action));
        Run(Caller, PoolActions.Run, action, cancellationToken);
    }

    /// <summary>Runs an action with an argument in one of the pool's interpreters, on the calling thread. See <see cref="Call{TArg, TResult}"/>.</summary>
    /// <typeparam name="TArg">The argument's type.</typeparam>
    /// <param name="action">A stateless delegate. Gets the thread state and the argument.</param>
    /// <param name="arg">Made fit for the interpreter.</param>
    /// <param name="cancellationToken">Ends the waiting for an interpreter, and the action at its next <see cref="ThreadState.CheckBreaker"/>.</param>
    /// <exception cref="ExecutionFailedException">The action threw what must not cross.</exception>
    /// <exception cref="NotShareableException">The argument must not cross, or the action is not stateless.</exception>
    /// <exception cref="BrokenInterpreterPoolException">The pool is broken.</exception>
    /// <exception cref="ObjectDisposedException">The pool has been shut down.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    [ContextEntry]
    public void Run<TArg>(Action<ThreadState, TArg> action, TArg arg, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(action);
        Crossing.RequireStateless(action, nameof(action));
        var caller = Caller;
        Run(caller, PoolActions.Run, (action, Crossing.Send(arg, caller?.Interp, nameof(arg))), cancellationToken);
    }

    /// <summary>Runs a function in one of the pool's interpreters, on the calling thread. See <see cref="Call{TArg, TResult}"/>.</summary>
    /// <typeparam name="TResult">The result's type.</typeparam>
    /// <param name="function">A stateless delegate. Gets the thread state to hand on.</param>
    /// <param name="cancellationToken">Ends the waiting for an interpreter, and the function at its next <see cref="ThreadState.CheckBreaker"/>.</param>
    /// <returns>The result, made fit for the caller.</returns>
    /// <exception cref="ExecutionFailedException">The function threw what must not cross.</exception>
    /// <exception cref="NotShareableException">The result must not cross, or the function is not stateless.</exception>
    /// <exception cref="BrokenInterpreterPoolException">The pool is broken.</exception>
    /// <exception cref="ObjectDisposedException">The pool has been shut down.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    [ContextEntry]
    public TResult Call<TResult>(Func<ThreadState, TResult> function, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(function);
        Crossing.RequireStateless(function, nameof(function));
        return Run(Caller, PoolActions.Call, function, cancellationToken);
    }

    /// <summary>
    /// Takes an interpreter, runs a function with an argument in it on the calling thread, gives it back, and returns the result: no thread is woken where
    /// an interpreter is idle. Where none is, the thread waits for one, and has left the interpreter that it came from.
    /// </summary>
    /// <typeparam name="TArg">The argument's type.</typeparam>
    /// <typeparam name="TResult">The result's type.</typeparam>
    /// <param name="function">A stateless delegate. Gets the thread state and the argument.</param>
    /// <param name="arg">Made fit for the interpreter.</param>
    /// <param name="cancellationToken">Ends the waiting for an interpreter, and the function at its next <see cref="ThreadState.CheckBreaker"/>.</param>
    /// <returns>The result, made fit for the caller.</returns>
    /// <exception cref="ExecutionFailedException">The function threw what must not cross.</exception>
    /// <exception cref="NotShareableException">The argument or the result must not cross, or the function is not stateless.</exception>
    /// <exception cref="BrokenInterpreterPoolException">The pool is broken.</exception>
    /// <exception cref="ObjectDisposedException">The pool has been shut down.</exception>
    /// <exception cref="InterpreterFinalizingException">
    /// The pool was shut down meanwhile, and what ran was stopped; or the interpreter that the caller is in is closing or was closed.
    /// </exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    [ContextEntry]
    public TResult Call<TArg, TResult>(Func<ThreadState, TArg, TResult> function, TArg arg, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(function);
        Crossing.RequireStateless(function, nameof(function));
        var caller = Caller;
        return Run(caller, function, Crossing.Send(arg, caller?.Interp, nameof(arg)), cancellationToken);
    }

    private TResult Run<TArg, TResult>(ThreadState? caller, Func<ThreadState, TArg, TResult> function, TArg sent, CancellationToken cancellationToken)
    {
        PoolWorker worker;
        try
        {
            cancellationToken.ThrowIfCancellationRequested();
            worker = Rent(caller, cancellationToken);
        }
        catch
        {
            Crossing.Recall(sent);
            throw;
        }

        try
        {
            return worker.Run(caller, function, sent, cancellationToken);
        }
        finally
        {
            Release(worker);
        }
    }

    private PoolWorker Rent(ThreadState? caller, CancellationToken cancellationToken)
    {
        Runtime.Seam?.Point("pool.rent");
        if (!TryTake(null, out var worker))
        {
            var rental = new PoolRental(Runtime);
            if (!TryTake(rental, out worker)) worker = Wait(rental, caller, cancellationToken);
        }

        OpenOrBreak(worker, caller);
        return worker;
    }

    private PoolWorker Wait(PoolRental rental, ThreadState? caller, CancellationToken cancellationToken)
    {
        PoolWorker? worker = null;
        using var ending = caller is null ? null : CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, caller.Interp.ClosingToken);
        try
        {
            using (caller is null ? default : caller.AllowThreads())
            {
                worker = rental.Wait(ending?.Token ?? cancellationToken);
                if (worker is null && !TryWithdraw(rental)) worker = rental.Wait(CancellationToken.None);
            }

            cancellationToken.ThrowIfCancellationRequested();
            return worker ?? throw caller!.Interp.Unavailable();
        }
        catch when (worker is not null)
        {
            Release(worker);
            throw;
        }
    }
}
