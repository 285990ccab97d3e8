namespace ExplicitContext.Runtime;

/// <summary>A call that a worker does.</summary>
internal sealed class PoolCall<TArg, TResult> : PoolItem
{
    private readonly InterpreterPool pool;
    private readonly CancellationToken cancellationToken;
    private readonly TaskCompletionSource<TResult> completion = new(TaskCreationOptions.RunContinuationsAsynchronously);

    [GuardedBy("the one who has the call")]
    private Func<ThreadState, TArg, TResult>? function;

    [GuardedBy("the one who has the call")]
    private TArg? arg;

    [GuardedBy("the worker")]
    private TResult? result;

    [GuardedBy("the worker")]
    private Exception? error;

    [GuardedBy("set once")]
    private CancellationTokenRegistration registration;

    public PoolCall(InterpreterPool pool, Func<ThreadState, TArg, TResult> function, TArg arg, CancellationToken cancellationToken)
    {
        this.pool = pool;
        this.function = function;
        this.arg = arg;
        this.cancellationToken = cancellationToken;
    }

    /// <summary>Gets in line, which the token ends.</summary>
    /// <exception cref="BrokenInterpreterPoolException">The pool is broken.</exception>
    /// <exception cref="ObjectDisposedException">The pool has been shut down.</exception>
    public Task<TResult> Submit()
    {
        registration = cancellationToken.UnsafeRegister(static call => ((PoolCall<TArg, TResult>)call!).Withdraw(), this);
        try
        {
            pool.Submit(this);
        }
        catch
        {
            registration.Dispose();
            Crossing.Discard(Take().Arg);
            throw;
        }

        // It may have been cancelled before it was in line.
        if (cancellationToken.IsCancellationRequested) Withdraw();
        return completion.Task;
    }

    /// <inheritdoc/>
    public override void Execute(PoolWorker worker)
    {
        var (function, arg) = Take();
        try
        {
            result = worker.Run(null, function, arg, cancellationToken);
        }
        catch (Exception thrown)
        {
            error = thrown;
        }
    }

    /// <inheritdoc/>
    public override void Complete()
    {
        registration.Dispose();
        switch (error)
        {
            case null: completion.SetResult(result!); break;
            case OperationCanceledException when cancellationToken.IsCancellationRequested: completion.SetCanceled(cancellationToken); break;
            default: completion.SetException(error); break;
        }
    }

    /// <inheritdoc/>
    public override void Refuse(Exception error)
    {
        Crossing.Discard(Take().Arg);
        registration.Dispose();
        if (error is ObjectDisposedException) completion.SetCanceled(CancellationToken.None);
        else completion.SetException(error);
    }

    private void Withdraw()
    {
        if (!pool.TryWithdraw(this)) return;
        Crossing.Discard(Take().Arg);
        completion.SetCanceled(cancellationToken);
    }

    /// <summary>Takes out what the call keeps alive, which ends with the work.</summary>
    private (Func<ThreadState, TArg, TResult> Function, TArg Arg) Take()
    {
        var taken = (function!, arg!);
        (function, arg) = (null, default);
        return taken;
    }
}
