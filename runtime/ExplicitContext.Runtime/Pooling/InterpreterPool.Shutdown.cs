namespace ExplicitContext.Runtime;

// The pool's end.
public sealed partial class InterpreterPool
{
    [GuardedBy("atomic")]
    private int isShuttingDown;

    internal bool IsInsideOne => Workers.Any(static worker => worker.Interp?.AttachedStateOfThisThread is not null);

    private PoolWorker[] Workers
    {
        get
        {
            using (sync.Enter()) return [.. workers];
        }
    }

    /// <summary>
    /// Takes no more work, waits until what there is has been done, ends the workers' threads and closes their interpreters. While it waits, the thread has
    /// left the interpreter that it is in.
    /// </summary>
    /// <remarks>Source: <c>Executor.shutdown</c>. Unlike there, it always returns, and says who did not end.</remarks>
    /// <param name="options">How long to wait, and what to do with work that waits or runs; the defaults where left out.</param>
    /// <returns>
    /// How it went. Where it is <see cref="CloseOutcome.Blocked"/>, the work that is listed goes on, and shutting down again goes on from there.
    /// <see cref="CloseOutcome.AlreadyClosed"/> where it was shut down before, or another thread is at it.
    /// </returns>
    /// <exception cref="InterpreterCloseRefusedException">The calling thread is inside one of the pool's interpreters. Nothing has changed.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The timeout cannot be.</exception>
    [ContextEntry]
    public CloseResult Shutdown(PoolShutdownOptions? options = null) => Shutdown(Caller, options ?? new PoolShutdownOptions());

    /// <summary>As <see cref="Shutdown(PoolShutdownOptions?)"/>, on a thread of its own.</summary>
    /// <param name="options">How long to wait, and what to do with work that waits or runs; the defaults where left out.</param>
    /// <returns>How it went.</returns>
    /// <exception cref="InterpreterCloseRefusedException">The calling thread is inside one of the pool's interpreters. Nothing has changed.</exception>
    public Task<CloseResult> ShutdownAsync(PoolShutdownOptions? options = null)
    {
        RefuseFromInside();
        return Task.Factory.StartNew(
            () => Shutdown(null, options ?? new PoolShutdownOptions()),
            CancellationToken.None,
            TaskCreationOptions.LongRunning,
            TaskScheduler.Default);
    }

    /// <summary>Shuts the pool down: all work is done first, for as long as <see cref="InterpreterPoolOptions.ShutdownTimeout"/>. A second call does nothing.</summary>
    /// <exception cref="InterpreterCloseRefusedException">The calling thread is inside one of the pool's interpreters. Nothing has changed.</exception>
    /// <exception cref="InterpreterCloseBlockedException">Some work did not end in time. Disposing again goes on from there.</exception>
    /// <exception cref="InterpreterCloseFailedException">Exit functions have failed. The pool is shut down nevertheless.</exception>
    [ContextEntry]
    public void Dispose() => Dispose(Caller);

    /// <summary>As <see cref="Dispose()"/>, on a thread of its own.</summary>
    /// <returns>Ends when the pool is shut down; faulted as <see cref="Dispose()"/> throws.</returns>
    public ValueTask DisposeAsync()
    {
        RefuseFromInside();
        return new ValueTask(Task.Factory.StartNew(() => Dispose(null), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default));
    }

    /// <summary>The tasks of a scheduler that wait.</summary>
    internal IEnumerable<Task> TasksOf(PoolTaskScheduler scheduler)
    {
        using (sync.Enter()) return [.. line.OfType<PoolTask>().Where(item => item.Scheduler == scheduler).Select(item => item.Task)];
    }

    private void Dispose(ThreadState? caller)
    {
        var result = Shutdown(caller, new PoolShutdownOptions { Timeout = options.ShutdownTimeout });
        var id = Workers.FirstOrDefault()?.Interp?.Id ?? InterpreterId.Main;
        if (result.Outcome == CloseOutcome.Blocked) throw new InterpreterCloseBlockedException(id, result.Blockers);
        if (result.Errors.Count > 0) throw new InterpreterCloseFailedException(id, result.Errors);
    }

    private CloseResult Shutdown(ThreadState? caller, PoolShutdownOptions how)
    {
        var deadline = Deadline.After(how.Timeout, Runtime.Clock);
        RefuseFromInside();
        if (stage == Stage.Closed || Interlocked.Exchange(ref isShuttingDown, 1) != 0) return CloseResult.AlreadyClosed;
        var errors = new List<Exception>();
        caller?.Release();
        try
        {
            Enter(how.StopRunning ? Stage.Stopping : Stage.Draining);
            if (how.CancelPending || how.StopRunning) RefuseLine(ShutDown);
            var blockers = how.StopRunning || WaitUntilDrained(deadline) ? CloseWorkers(deadline, errors) : Busy();
            if (blockers.Count == 0) stage = Stage.Closed;
            return new CloseResult(blockers.Count == 0 ? CloseOutcome.Closed : CloseOutcome.Blocked, blockers, errors);
        }
        finally
        {
            Volatile.Write(ref isShuttingDown, 0);
            Return(caller, errors);
        }
    }

    private static void Return(ThreadState? caller, List<Exception> errors)
    {
        try
        {
            caller?.Reacquire();
        }
        catch (InterpreterFinalizingException error)
        {
            errors.Add(error);
        }
    }

    private void Enter(Stage next)
    {
        using (sync.Enter())
        {
            if (stage < next) stage = next;
        }
    }

    /// <returns>False where the deadline came first.</returns>
    private bool WaitUntilDrained(Deadline deadline)
    {
        var waiter = new Waiter(Runtime.Seam, Runtime.Clock);
        while (true)
        {
            using (sync.Enter())
            {
                if (IsDrained)
                {
                    // Who still has the scheduler queues nothing from now on.
                    stage = Stage.Stopping;
                    drained = null;
                    return true;
                }

                drained = waiter;
            }

            if (deadline.HasPassed) return false;
            waiter.Wait(deadline, CancellationToken.None);
        }
    }

    /// <summary>Closes the interpreters of the workers, which are idle or to be stopped, and ends their threads.</summary>
    /// <returns>Who did not end in time.</returns>
    private List<CloseBlocker> CloseWorkers(Deadline deadline, List<Exception> errors)
    {
        var blockers = new List<CloseBlocker>();
        foreach (var worker in Workers)
        {
            worker.End();
            if (Close(worker, deadline, errors, blockers)) Forget(worker);
        }

        return blockers;
    }

    private bool Close(PoolWorker worker, Deadline deadline, List<Exception> errors, List<CloseBlocker> blockers)
    {
        var result = worker.Interp?.CloseAny(null, new CloseOptions { Timeout = deadline.Remaining, StopRunning = true }, CancellationToken.None);
        errors.AddRange(result?.Errors ?? []);
        blockers.AddRange(result?.Blockers ?? []);
        if (result is { Outcome: CloseOutcome.Blocked }) return false;
        if (worker.Join(deadline)) return true;
        blockers.Add(worker.Blocker);
        return false;
    }

    private void Forget(PoolWorker worker)
    {
        using (sync.Enter()) workers.Remove(worker);
    }

    private List<CloseBlocker> Busy()
    {
        using (sync.Enter()) return [.. workers.Except(idle).Select(static worker => worker.Blocker)];
    }

    private void RefuseFromInside()
    {
        if (Workers.FirstOrDefault(static worker => worker.Interp?.IsEnteredByThisThread == true) is { Interp: { } inside })
            throw InterpreterCloseRefusedException.FromInside(inside.Id);
    }
}
