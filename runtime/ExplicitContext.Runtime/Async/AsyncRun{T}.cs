namespace ExplicitContext.Runtime;

/// <summary>A run with its function and what becomes of it.</summary>
/// <remarks>It has a scheduler of its own, so that each step is known to belong to it, and listens to its token.</remarks>
internal sealed class AsyncRun<TArg, TResult> : AsyncRun
{
    private readonly InterpreterState interp;
    private readonly CancellationToken callersToken;
    private readonly CancellationTokenSource ending;
    private readonly CancellationToken token;
    private readonly InterpreterScheduler scheduler;
    private readonly TaskCompletionSource<TResult> completion = new(TaskCreationOptions.RunContinuationsAsynchronously);

    [GuardedBy("atomic")]
    private int isEnded;

    public AsyncRun(InterpreterState interp, CancellationToken callersToken)
    {
        this.interp = interp;
        this.callersToken = callersToken;
        ending = CancellationTokenSource.CreateLinkedTokenSource(callersToken, interp.ClosingToken);
        token = ending.Token;
        scheduler = new InterpreterScheduler(interp, interp.Pump, token);
    }

    /// <summary>Starts what has begun to run in the interpreter.</summary>
    /// <param name="function">Stateless.</param>
    /// <param name="arg">Has crossed.</param>
    /// <returns>Ends with the run.</returns>
    public Task<TResult> Start(Func<InterpreterState, TArg, CancellationToken, Task<TResult>> function, TArg arg)
    {
        try
        {
            interp.Pump.Add(this);
        }
        catch (InterpreterFinalizingException error)
        {
            Crossing.Recall(arg);
            End(default, error);
            return completion.Task;
        }

        WithoutFlow(self => { _ = Run(function, arg); }).Start(scheduler);

        return completion.Task;
    }

    /// <inheritdoc/>
    public override void Refuse(Exception error)
    {
        scheduler.Refuse();
        End(default, error);
    }

    private Task WithoutFlow(Action<object?> action)
    {
        if (ExecutionContext.IsFlowSuppressed()) return new Task(action, this);
        using (ExecutionContext.SuppressFlow()) return new Task(action, this);
    }

    private async Task Run(Func<InterpreterState, TArg, CancellationToken, Task<TResult>> function, TArg arg)
    {
        TResult? result = default;
        Exception? error = null;
        var hasReturned = false;
        try
        {
            interp.GetThreadState().CheckBreaker();
            var task = function(interp, arg, token) ?? throw new InvalidOperationException("The function returned null; it must return a task.");

            // Wherever the function has ended, this comes back: what it returns is made fit for the caller inside.
            result = await task;
            hasReturned = true;
            result = Crossing.Send(result, interp, nameof(result));
        }
        catch (Exception thrown)
        {
            error = interp.TranslateAsync(thrown, hasReturned, callersToken);
        }

        End(result, error);
    }

    private void End(TResult? result, Exception? error)
    {
        if (Interlocked.Exchange(ref isEnded, 1) != 0) return;
        interp.Pump.Remove(this);
        ending.Dispose();
        interp.EndRun();
        switch (error)
        {
            case null: completion.SetResult(result!); break;
            case OperationCanceledException: completion.SetCanceled(callersToken); break;
            default: completion.SetException(error); break;
        }
    }
}
