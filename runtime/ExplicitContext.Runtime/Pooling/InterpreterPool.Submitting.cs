namespace ExplicitContext.Runtime;

// Work that a worker does on its own thread.
public sealed partial class InterpreterPool
{
    /// <summary>Has a worker run an action. See <see cref="CallAsync{TArg, TResult}"/>.</summary>
    /// <param name="action">A stateless delegate. Gets the worker's thread state to hand on.</param>
    /// <param name="cancellationToken">Takes the work back where it waits, and ends it at its next <see cref="ThreadState.CheckBreaker"/> where it runs.</param>
    /// <returns>Ends with the work.</returns>
    /// <exception cref="NotShareableException">The action is not stateless.</exception>
    /// <exception cref="BrokenInterpreterPoolException">The pool is broken.</exception>
    /// <exception cref="ObjectDisposedException">The pool has been shut down.</exception>
    public Task RunAsync(Action<ThreadState> action, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(action);
        Crossing.RequireStateless(action, nameof(action));
        return Submit(PoolActions.Run, action, cancellationToken);
    }

    /// <summary>Has a worker run an action with an argument. See <see cref="CallAsync{TArg, TResult}"/>.</summary>
    /// <typeparam name="TArg">The argument's type.</typeparam>
    /// <param name="action">A stateless delegate. Gets the worker's thread state and the argument.</param>
    /// <param name="arg">Made fit for the worker's interpreter before the call returns.</param>
    /// <param name="cancellationToken">Takes the work back where it waits, and ends it at its next <see cref="ThreadState.CheckBreaker"/> where it runs.</param>
    /// <returns>Ends with the work.</returns>
    /// <exception cref="NotShareableException">The argument must not cross, or the action is not stateless.</exception>
    /// <exception cref="BrokenInterpreterPoolException">The pool is broken.</exception>
    /// <exception cref="ObjectDisposedException">The pool has been shut down.</exception>
    [ContextEntry]
    public Task RunAsync<TArg>(Action<ThreadState, TArg> action, TArg arg, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(action);
        Crossing.RequireStateless(action, nameof(action));
        return Submit(PoolActions.Run, (action, Crossing.Send(arg, Caller?.Interp, nameof(arg))), cancellationToken);
    }

    /// <summary>Has a worker run a function. See <see cref="CallAsync{TArg, TResult}"/>.</summary>
    /// <typeparam name="TResult">The result's type.</typeparam>
    /// <param name="function">A stateless delegate. Gets the worker's thread state to hand on.</param>
    /// <param name="cancellationToken">Takes the work back where it waits, and ends it at its next <see cref="ThreadState.CheckBreaker"/> where it runs.</param>
    /// <returns>The result, made fit for the caller.</returns>
    /// <exception cref="NotShareableException">The function is not stateless.</exception>
    /// <exception cref="BrokenInterpreterPoolException">The pool is broken.</exception>
    /// <exception cref="ObjectDisposedException">The pool has been shut down.</exception>
    public Task<TResult> CallAsync<TResult>(Func<ThreadState, TResult> function, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(function);
        Crossing.RequireStateless(function, nameof(function));
        return Submit(PoolActions.Call, function, cancellationToken);
    }

    /// <summary>Has a worker run a function with an argument, on the worker's own thread.</summary>
    /// <remarks>Source: <c>Executor.submit</c>.</remarks>
    /// <typeparam name="TArg">The argument's type.</typeparam>
    /// <typeparam name="TResult">The result's type.</typeparam>
    /// <param name="function">A stateless delegate. Gets the worker's thread state and the argument.</param>
    /// <param name="arg">Made fit for the worker's interpreter before the call returns.</param>
    /// <param name="cancellationToken">Takes the work back where it waits, and ends it at its next <see cref="ThreadState.CheckBreaker"/> where it runs.</param>
    /// <returns>
    /// The result, made fit for the caller. Faulted with what the function threw where that may cross, else with <see cref="ExecutionFailedException"/>; with
    /// <see cref="NotShareableException"/> where the result must not cross; with <see cref="BrokenInterpreterPoolException"/> where no worker could be made
    /// ready; with <see cref="InterpreterFinalizingException"/> where a shutdown stopped it. Cancelled where the token, or a shutdown, took it back.
    /// </returns>
    /// <exception cref="NotShareableException">The argument must not cross, or the function is not stateless.</exception>
    /// <exception cref="BrokenInterpreterPoolException">The pool is broken.</exception>
    /// <exception cref="ObjectDisposedException">The pool has been shut down.</exception>
    [ContextEntry]
    public Task<TResult> CallAsync<TArg, TResult>(Func<ThreadState, TArg, TResult> function, TArg arg, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(function);
        Crossing.RequireStateless(function, nameof(function));
        return Submit(function, Crossing.Send(arg, Caller?.Interp, nameof(arg)), cancellationToken);
    }

    /// <summary>
    /// The pool as a task scheduler: each task runs inside one worker's interpreter, on the worker's thread. Raw, as <see cref="InterpreterState.Attach"/> is:
    /// objects, exceptions and <see cref="AsyncLocal{T}"/> values pass as they are. What comes after an <c>await</c> may run in another worker's interpreter; for
    /// code that must stay in one, see <see cref="InterpreterState.ExecuteAsync{TArg, TResult}"/>.
    /// </summary>
    /// <returns>
    /// The scheduler. Shutting down waits for what it has queued, and for what that queues; after that it takes no more tasks. Tasks that a shutdown drops never
    /// end, because the framework lets a scheduler end none: hand a token to who waits for them.
    /// </returns>
    public TaskScheduler AsTaskScheduler() => new PoolTaskScheduler(this);

    private Task<TResult> Submit<TArg, TResult>(Func<ThreadState, TArg, TResult> function, TArg sent, CancellationToken cancellationToken)
    {
        if (!cancellationToken.IsCancellationRequested) return new PoolCall<TArg, TResult>(this, function, sent, cancellationToken).Submit();
        Crossing.Recall(sent);
        return Task.FromCanceled<TResult>(cancellationToken);
    }
}
