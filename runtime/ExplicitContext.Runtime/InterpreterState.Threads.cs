namespace ExplicitContext.Runtime;

// Threads that belong to the interpreter, and calls in a thread of their own.
public sealed partial class InterpreterState
{
    [GuardedBy("atomic")]
    private Occupants? occupants;

    /// <summary>What closing waits for.</summary>
    internal Occupants Occupants => Volatile.Read(ref occupants) ?? LazyInitializer.EnsureInitialized(ref occupants, () => new Occupants(this));

    /// <summary>
    /// Starts a thread in this interpreter. What the action has captured is shared with it as it is: this is for code of the same interpreter.
    /// </summary>
    /// <param name="action">Gets the new thread's state. What it throws is kept in <see cref="InterpreterThread.Error"/>.</param>
    /// <param name="options">The defaults where left out.</param>
    /// <returns>The thread.</returns>
    /// <exception cref="InterpreterFinalizingException">The interpreter is closing or closed.</exception>
    /// <exception cref="InterpreterQuotaException">As many threads run as <see cref="InterpreterLimits.MaxThreads"/> says.</exception>
    /// <exception cref="InterpreterPermissionException">The interpreter's options allow no threads, or no daemon threads.</exception>
    public InterpreterThread StartThread(Action<ThreadState> action, InterpreterThreadOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(action);
        Demand(InterpreterPermission.Threads);
        return StartAny(action, options ?? new InterpreterThreadOptions(), refused: null);
    }

    /// <summary>As <see cref="Run(Action{ThreadState}, CancellationToken)"/>, on a thread of its own.</summary>
    /// <remarks>Source: PEP 734, <c>Interpreter.call_in_thread</c>, except that what the call throws is kept.</remarks>
    /// <param name="action">A stateless delegate.</param>
    /// <param name="cancellationToken">Ends the run.</param>
    /// <returns>Ends with the run; faulted with <see cref="ExecutionFailedException"/> where the action failed.</returns>
    /// <exception cref="InterpreterAlreadyRunningException">A run goes on.</exception>
    /// <exception cref="InterpreterFinalizingException">The interpreter is closing or closed.</exception>
    [ContextEntry]
    public Task RunAsync(Action<ThreadState> action, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(action);
        Crossing.RequireStateless(action, nameof(action));
        return Start(Caller, RunAction, action, action, cancellationToken);
    }

    /// <summary>As <see cref="Call{TArg, TResult}"/>, on a thread of its own. See <see cref="RunAsync"/>.</summary>
    /// <typeparam name="TResult">The result's type.</typeparam>
    /// <param name="function">A stateless delegate.</param>
    /// <param name="cancellationToken">Ends the run.</param>
    /// <returns>The result, made fit for the caller.</returns>
    /// <exception cref="InterpreterAlreadyRunningException">A run goes on.</exception>
    /// <exception cref="InterpreterFinalizingException">The interpreter is closing or closed.</exception>
    [ContextEntry]
    public Task<TResult> CallAsync<TResult>(Func<ThreadState, TResult> function, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(function);
        Crossing.RequireStateless(function, nameof(function));
        return Start(Caller, static (tstate, function) => function(tstate), function, function, cancellationToken);
    }

    /// <summary>As <see cref="Call{TArg, TResult}"/>, on a thread of its own. See <see cref="RunAsync"/>.</summary>
    /// <typeparam name="TArg">The argument's type.</typeparam>
    /// <typeparam name="TResult">The result's type.</typeparam>
    /// <param name="function">A stateless delegate.</param>
    /// <param name="arg">Made fit for this interpreter before the call returns.</param>
    /// <param name="cancellationToken">Ends the run.</param>
    /// <returns>The result, made fit for the caller.</returns>
    /// <exception cref="NotShareableException">The argument must not cross, or the function is not stateless.</exception>
    /// <exception cref="InterpreterAlreadyRunningException">A run goes on.</exception>
    /// <exception cref="InterpreterFinalizingException">The interpreter is closing or closed.</exception>
    [ContextEntry]
    public Task<TResult> CallAsync<TArg, TResult>(Func<ThreadState, TArg, TResult> function, TArg arg, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(function);
        Crossing.RequireStateless(function, nameof(function));
        return Start(Caller, function, arg, function, cancellationToken);
    }

    private InterpreterThread StartAny(Action<ThreadState> action, InterpreterThreadOptions options, Action<Exception>? refused)
    {
        var thread = new InterpreterThread(this, action, options, refused);
        thread.Start();
        return thread;
    }

    private Task<TResult> Start<TArg, TResult>(
        ThreadState? caller,
        Func<ThreadState, TArg, TResult> function,
        TArg arg,
        Delegate named,
        CancellationToken cancellationToken)
    {
        if (cancellationToken.IsCancellationRequested) return Task.FromCanceled<TResult>(cancellationToken);
        BeginRun("run");
        var completion = new TaskCompletionSource<TResult>(TaskCreationOptions.RunContinuationsAsynchronously);
        try
        {
            var sent = ReferenceEquals(named, arg) ? arg : Crossing.Send(arg, caller?.Interp, nameof(arg));
            StartAny(
                tstate => Finish(tstate, function, sent, completion, cancellationToken),
                new InterpreterThreadOptions { Name = $"interpreter {Id} {named.Method.Name}" },
                reason =>
                {
                    EndRun();
                    Crossing.Discard(sent);
                    completion.SetException(reason);
                });
        }
        catch
        {
            EndRun();
            throw;
        }

        return completion.Task;
    }

    private void Finish<TArg, TResult>(
        ThreadState tstate,
        Func<ThreadState, TArg, TResult> function,
        TArg arg,
        TaskCompletionSource<TResult> completion,
        CancellationToken cancellationToken)
    {
        var (result, error) = Execute(tstate, function, arg, cancellationToken);
        EndRun();
        switch (error)
        {
            case null: completion.SetResult(result!); break;
            case OperationCanceledException: completion.SetCanceled(cancellationToken); break;
            default: completion.SetException(error); break;
        }
    }
}
