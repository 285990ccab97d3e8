namespace ExplicitContext.Runtime;

// The checked way in: only what may cross does.
public sealed partial class InterpreterState
{
    /// <summary>The state that the calling thread is attached with: read once, at a member that users call, and handed on.</summary>
    [ContextEntry]
    private static ThreadState? Caller => ThreadState.TryGetCurrent(out var tstate) ? tstate : null;

    /// <summary>
    /// Runs an action in this interpreter, on the calling thread: waits for the lock, runs, releases. Where the thread is in another interpreter,
    /// that one's lock is released meanwhile and taken back afterwards. The caller's <see cref="AsyncLocal{T}"/> values do not flow in, nor back.
    /// </summary>
    /// <remarks>
    /// An interpreter does one run at a time; use <see cref="Attach"/> to enter beside it. The main interpreter is the exception: its one run is
    /// the host's program, and this is part of it. Source: PEP 734, <c>Interpreter.exec</c>.
    /// </remarks>
    /// <param name="action">A stateless delegate, such as a static lambda or method. Gets the thread state to hand on.</param>
    /// <param name="cancellationToken">Ends the waiting, and the action at its next <see cref="ThreadState.CheckBreaker"/>.</param>
    /// <exception cref="ExecutionFailedException">The action threw; what it threw has not left the interpreter.</exception>
    /// <exception cref="NotShareableException">The action has captured something that must not cross.</exception>
    /// <exception cref="InterpreterAlreadyRunningException">A run goes on, perhaps on this very thread.</exception>
    /// <exception cref="InterpreterFinalizingException">
    /// The interpreter is closing or closed; or the action went well, but the interpreter that the caller was in has been closed meanwhile.
    /// </exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    [ContextEntry]
    public void Run(Action<ThreadState> action, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(action);
        Crossing.RequireStateless(action, nameof(action));
        BeginRun("run");
        Run(Caller, RunAction, action, cancellationToken);
    }

    /// <summary>Runs an action with an argument in this interpreter. See <see cref="Run(Action{ThreadState}, CancellationToken)"/>.</summary>
    /// <typeparam name="TArg">The argument's type.</typeparam>
    /// <param name="action">A stateless delegate. Gets the thread state and the argument.</param>
    /// <param name="arg">Made fit for this interpreter: the same object where that is immutable, else a copy.</param>
    /// <param name="cancellationToken">Ends the run.</param>
    /// <exception cref="ExecutionFailedException">The action threw.</exception>
    /// <exception cref="NotShareableException">The argument must not cross, or the action is not stateless.</exception>
    /// <exception cref="InterpreterAlreadyRunningException">A run goes on.</exception>
    /// <exception cref="InterpreterFinalizingException">The interpreter is closing or closed.</exception>
    [ContextEntry]
    public void Run<TArg>(Action<ThreadState, TArg> action, TArg arg, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(action);
        Crossing.RequireStateless(action, nameof(action));
        var caller = Caller;
        var sent = BeginRunWith(caller, arg);
        Run(
            caller,
            static (tstate, call) =>
            {
                call.action(tstate, call.sent);
                return true;
            },
            (action, sent),
            cancellationToken);
    }

    /// <summary>Runs a function in this interpreter and returns its result. See <see cref="Run(Action{ThreadState}, CancellationToken)"/>.</summary>
    /// <typeparam name="TResult">The result's type.</typeparam>
    /// <param name="function">A stateless delegate. Gets the thread state to hand on.</param>
    /// <param name="cancellationToken">Ends the run.</param>
    /// <returns>What the function returned, made fit for the caller.</returns>
    /// <exception cref="ExecutionFailedException">The function threw.</exception>
    /// <exception cref="NotShareableException">The result must not cross, or the function is not stateless.</exception>
    /// <exception cref="InterpreterAlreadyRunningException">A run goes on.</exception>
    /// <exception cref="InterpreterFinalizingException">The interpreter is closing or closed.</exception>
    [ContextEntry]
    public TResult Call<TResult>(Func<ThreadState, TResult> function, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(function);
        Crossing.RequireStateless(function, nameof(function));
        BeginRun("run");
        return Run(Caller, static (tstate, function) => function(tstate), function, cancellationToken);
    }

    /// <summary>Runs a function with an argument in this interpreter and returns its result. See <see cref="Run(Action{ThreadState}, CancellationToken)"/>.</summary>
    /// <remarks>Source: PEP 734, <c>Interpreter.call</c>.</remarks>
    /// <typeparam name="TArg">The argument's type.</typeparam>
    /// <typeparam name="TResult">The result's type.</typeparam>
    /// <param name="function">A stateless delegate. Gets the thread state and the argument.</param>
    /// <param name="arg">Made fit for this interpreter: the same object where that is immutable, else a copy.</param>
    /// <param name="cancellationToken">Ends the run.</param>
    /// <returns>What the function returned, made fit for the caller.</returns>
    /// <exception cref="ExecutionFailedException">The function threw.</exception>
    /// <exception cref="NotShareableException">The argument or the result must not cross, or the function is not stateless.</exception>
    /// <exception cref="InterpreterAlreadyRunningException">A run goes on.</exception>
    /// <exception cref="InterpreterFinalizingException">The interpreter is closing or closed.</exception>
    [ContextEntry]
    public TResult Call<TArg, TResult>(Func<ThreadState, TArg, TResult> function, TArg arg, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(function);
        Crossing.RequireStateless(function, nameof(function));
        var caller = Caller;
        return Run(caller, function, BeginRunWith(caller, arg), cancellationToken);
    }

    /// <summary>
    /// Leaves while an exception is on its way out, which must not be replaced. That the caller's interpreter was closed meanwhile shows when its
    /// thread state is next used.
    /// </summary>
    internal static void LeaveQuietly(AttachScope scope)
    {
        try
        {
            scope.Dispose();
        }
        catch (InterpreterFinalizingException)
        {
        }
    }

    private static bool RunAction(ThreadState tstate, Action<ThreadState> action)
    {
        action(tstate);
        return true;
    }

    private TArg BeginRunWith<TArg>(ThreadState? caller, TArg arg)
    {
        BeginRun("run");
        try
        {
            return Crossing.Send(arg, caller?.Interp, nameof(arg));
        }
        catch
        {
            EndRun();
            throw;
        }
    }

    /// <summary>Does the run that has begun, with an argument that has crossed.</summary>
    private TResult Run<TArg, TResult>(ThreadState? caller, Func<ThreadState, TArg, TResult> function, TArg arg, CancellationToken cancellationToken)
    {
        AttachScope scope;
        ThreadState? tstate;
        try
        {
            AttachFrom(caller, isMember: false, Deadline.Never, cancellationToken, out scope, out tstate);
        }
        catch
        {
            Crossing.Recall(arg);
            EndRun();
            throw;
        }

        // The run is over before the way back, which may take its time.
        var (result, error) = Execute(tstate!, function, arg, cancellationToken);
        EndRun();
        if (error is not null)
        {
            LeaveQuietly(scope);
            throw error;
        }

        try
        {
            scope.Dispose();
            return result!;
        }
        catch
        {
            Crossing.Discard(result);
            throw;
        }
    }

    /// <summary>Runs code of the interpreter from inside, and makes what comes out of it fit for the caller.</summary>
    private (TResult? Result, Exception? Error) Execute<TArg, TResult>(
        ThreadState tstate,
        Func<ThreadState, TArg, TResult> function,
        TArg arg,
        CancellationToken cancellationToken)
    {
        var outside = tstate.EnterFlow();
        var isMetered = tstate.BeginMetering();
        var registration = tstate.BeginCancellable(cancellationToken, out var outerToken);
        var hasReturned = false;
        try
        {
            if (tstate.IsBreakerSet) tstate.CheckBreaker();
            var result = function(tstate, arg);
            hasReturned = true;
            return (Crossing.Send(result, this, nameof(result)), null);
        }
        catch (Exception error)
        {
            return (default, Translate(error, hasReturned, cancellationToken));
        }
        finally
        {
            tstate.EndCancellable(registration, outerToken);
            if (isMetered) tstate.EndMetering();
            tstate.LeaveFlow(outside);
        }
    }

    /// <summary>What the caller gets to see of an exception. The runtime's own ones hold nothing of the interpreter and pass.</summary>
    private Exception Translate(Exception error, bool hasReturned, CancellationToken cancellationToken) => error switch
    {
        _ when hasReturned => error,
        InterpreterFinalizingException { Interpreter: var id } when id == Id && Phase != InterpreterPhase.Ready => Unavailable(),
        InterpreterQuotaException { Interpreter: var id } when id == Id => error,
        OperationCanceledException when cancellationToken.IsCancellationRequested => new OperationCanceledException(cancellationToken),
        _ => new ExecutionFailedException(Id, Describe(error)),
    };
}
