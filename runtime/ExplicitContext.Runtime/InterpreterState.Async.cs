namespace ExplicitContext.Runtime;

// Code that suspends: inside between two awaits, outside during each.
public sealed partial class InterpreterState
{
    [GuardedBy("atomic")]
    private StepPump? pump;

    /// <summary>
    /// Runs tasks inside this interpreter, one at a time. Raw, as <see cref="Attach"/> is; <see cref="ExecuteAsync{TArg, TResult}"/> checks what crosses.
    /// </summary>
    /// <exception cref="InterpreterFinalizingException">The interpreter is finalizing or closed.</exception>
    public InterpreterScheduler Scheduler => Pump.Scheduler;

    internal StepPump Pump => Volatile.Read(ref pump) ?? LazyInitializer.EnsureInitialized(ref pump, () => new StepPump(this));

    /// <summary>Runs asynchronous code in this interpreter. See <see cref="ExecuteAsync{TArg, TResult}"/>.</summary>
    /// <param name="function">A stateless delegate, such as a static async lambda. Gets the interpreter, and the token that ends the run.</param>
    /// <param name="cancellationToken">Ends the run.</param>
    /// <returns>Ends with the run; faulted with <see cref="ExecutionFailedException"/> where the function failed.</returns>
    /// <exception cref="NotShareableException">The function is not stateless.</exception>
    /// <exception cref="InterpreterAlreadyRunningException">A run goes on.</exception>
    /// <exception cref="InterpreterFinalizingException">The interpreter is closing or closed.</exception>
    public Task ExecuteAsync(Func<InterpreterState, CancellationToken, Task> function, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(function);
        Crossing.RequireStateless(function, nameof(function));
        if (cancellationToken.IsCancellationRequested) return Task.FromCanceled(cancellationToken);
        BeginRun("run");
        return new AsyncRun<Func<InterpreterState, CancellationToken, Task>, bool>(this, cancellationToken).Start(
            static async (interp, function, token) =>
            {
                await RequireTask(function(interp, token));
                return true;
            },
            function);
    }

    /// <summary>Runs asynchronous code in this interpreter. See <see cref="ExecuteAsync{TArg, TResult}"/>.</summary>
    /// <typeparam name="TResult">The result's type.</typeparam>
    /// <param name="function">A stateless delegate. Gets the interpreter, and the token that ends the run.</param>
    /// <param name="cancellationToken">Ends the run.</param>
    /// <returns>The result, made fit for the caller.</returns>
    /// <exception cref="NotShareableException">The function is not stateless.</exception>
    /// <exception cref="InterpreterAlreadyRunningException">A run goes on.</exception>
    /// <exception cref="InterpreterFinalizingException">The interpreter is closing or closed.</exception>
    public Task<TResult> ExecuteAsync<TResult>(Func<InterpreterState, CancellationToken, Task<TResult>> function, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(function);
        Crossing.RequireStateless(function, nameof(function));
        if (cancellationToken.IsCancellationRequested) return Task.FromCanceled<TResult>(cancellationToken);
        BeginRun("run");
        return new AsyncRun<Func<InterpreterState, CancellationToken, Task<TResult>>, TResult>(this, cancellationToken)
            .Start(static (interp, function, token) => function(interp, token), function);
    }

    /// <summary>Runs asynchronous code with an argument in this interpreter. See <see cref="ExecuteAsync{TArg, TResult}"/>.</summary>
    /// <typeparam name="TArg">The argument's type.</typeparam>
    /// <param name="function">A stateless delegate. Gets the interpreter, the argument, and the token that ends the run.</param>
    /// <param name="arg">Made fit for this interpreter before the call returns.</param>
    /// <param name="cancellationToken">Ends the run.</param>
    /// <returns>Ends with the run; faulted with <see cref="ExecutionFailedException"/> where the function failed.</returns>
    /// <exception cref="NotShareableException">The argument must not cross, or the function is not stateless.</exception>
    /// <exception cref="InterpreterAlreadyRunningException">A run goes on.</exception>
    /// <exception cref="InterpreterFinalizingException">The interpreter is closing or closed.</exception>
    [ContextEntry]
    public Task ExecuteAsync<TArg>(Func<InterpreterState, TArg, CancellationToken, Task> function, TArg arg, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(function);
        Crossing.RequireStateless(function, nameof(function));
        if (cancellationToken.IsCancellationRequested) return Task.FromCanceled(cancellationToken);
        var sent = BeginRunWith(Caller, arg);
        return new AsyncRun<(Func<InterpreterState, TArg, CancellationToken, Task> Function, TArg Arg), bool>(this, cancellationToken).Start(
            static async (interp, call, token) =>
            {
                await RequireTask(call.Function(interp, call.Arg, token));
                return true;
            },
            (function, sent));
    }

    /// <summary>
    /// Runs asynchronous code in this interpreter, and returns its result. Until its first <c>await</c>, and between any two, the code is inside: the
    /// thread that it is on holds the interpreter's lock, and <see cref="GetThreadState"/> gives that thread's state, which is good until the next
    /// <c>await</c>. While the code is suspended, the lock is free; it comes back on whatever pool thread.
    /// </summary>
    /// <remarks>
    /// <para>It is one run from its start until the returned task ends, suspensions included; the main interpreter is the exception, as for
    /// <see cref="Call{TArg, TResult}"/>. Crossing, failures and <see cref="AsyncLocal{T}"/> values are as there, too.</para>
    /// <para>Closing with <see cref="CloseOptions.StopRunning"/> cancels the token that the function gets, and lets the code end what it can without
    /// waiting. What is still suspended when the interpreter finalizes is never resumed, and the returned task is faulted.</para>
    /// <para>Code after <c>await task.ConfigureAwait(false)</c> is outside of the interpreter, and must not touch it any more.
    /// See docs/guides/async.md.</para>
    /// </remarks>
    /// <typeparam name="TArg">The argument's type.</typeparam>
    /// <typeparam name="TResult">The result's type.</typeparam>
    /// <param name="function">A stateless delegate, such as a static async lambda. Gets the interpreter, the argument, and the token that ends the run.</param>
    /// <param name="arg">Made fit for this interpreter before the call returns.</param>
    /// <param name="cancellationToken">
    /// Ends the run: the function's token is cancelled, and its next <see cref="ThreadState.CheckBreaker"/> throws. What it awaits without the token is waited for.
    /// </param>
    /// <returns>
    /// The result, made fit for the caller. Faulted with <see cref="ExecutionFailedException"/> where the function failed, and with
    /// <see cref="InterpreterFinalizingException"/> where the interpreter was closed; cancelled where the token was.
    /// </returns>
    /// <exception cref="NotShareableException">The argument must not cross, or the function is not stateless.</exception>
    /// <exception cref="InterpreterAlreadyRunningException">A run goes on.</exception>
    /// <exception cref="InterpreterFinalizingException">The interpreter is closing or closed.</exception>
    [ContextEntry]
    public Task<TResult> ExecuteAsync<TArg, TResult>(
        Func<InterpreterState, TArg, CancellationToken, Task<TResult>> function,
        TArg arg,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(function);
        Crossing.RequireStateless(function, nameof(function));
        if (cancellationToken.IsCancellationRequested) return Task.FromCanceled<TResult>(cancellationToken);
        var sent = BeginRunWith(Caller, arg);
        return new AsyncRun<TArg, TResult>(this, cancellationToken).Start(function, sent);
    }

    /// <summary>Runs one step of asynchronous code, from inside.</summary>
    internal void RunStep(ThreadState tstate, InterpreterScheduler scheduler, Task task, CancellationToken cancellationToken)
    {
        var isMetered = tstate.BeginMetering();
        var registration = tstate.BeginCancellable(cancellationToken, out var outerToken);
        try
        {
            scheduler.Execute(task);
        }
        finally
        {
            tstate.EndCancellable(registration, outerToken);
            if (isMetered) tstate.EndMetering();
        }
    }

    /// <summary>What the caller gets to see of an exception of asynchronous code.</summary>
    internal Exception TranslateAsync(Exception error, bool hasReturned, CancellationToken callersToken) =>
        error is OperationCanceledException && !hasReturned && !callersToken.IsCancellationRequested && Phase != InterpreterPhase.Ready
            ? Unavailable()
            : Translate(error, hasReturned, callersToken);

    private static Task RequireTask(Task? task) => task ?? throw new InvalidOperationException("The function returned null; it must return a task.");
}
