namespace ExplicitContext.Runtime;

/// <summary>
/// The steps of an interpreter's asynchronous code that are ready, and the one thread that runs them: it enters the interpreter once, runs steps until
/// none is left, somebody else wants the lock, or its time slice is over, and leaves.
/// </summary>
/// <remarks>
/// The thread is one of the pool's, asked for when a step comes and no thread is on its way. So nothing waits where nothing is ready, and of all pool
/// threads an interpreter occupies one. Where the pool has reached its maximum and its threads might all wait for what is queued here, a thread of its own
/// is started instead.
/// </remarks>
internal sealed class StepPump : IThreadPoolWorkItem, IAssociated
{
    // As many steps run while the interpreter finalizes before no more are taken: asynchronous code may end what it does, but must end it.
    private const int MostStepsAtTheEnd = 1000;

    private readonly InterpreterState interp;
    private readonly SmallLock sync;

    [GuardedBy(nameof(sync))]
    private readonly Queue<(InterpreterScheduler Scheduler, Task Task)> steps = new();

    [GuardedBy(nameof(sync))]
    private readonly HashSet<AsyncRun> runs = [];

    [GuardedBy(nameof(sync))]
    private Stage stage;

    [GuardedBy(nameof(sync))]
    private bool isShut;

    public StepPump(InterpreterState interp)
    {
        this.interp = interp;
        sync = new SmallLock(LockRank.Leaf, interp.Runtime.LockObserver);
        Scheduler = new InterpreterScheduler(interp, this, CancellationToken.None);
    }

    /// <summary>How far a thread for the steps is on its way.</summary>
    private enum Stage
    {
        /// <summary>There is none, and no step.</summary>
        Idle,

        /// <summary>One has been asked for.</summary>
        Asked,

        /// <summary>It is there.</summary>
        Running,
    }

    /// <summary>For tasks that belong to no run.</summary>
    /// <exception cref="InterpreterFinalizingException">It is too late.</exception>
    public InterpreterScheduler Scheduler
    {
        get
        {
            interp.Associate(this);
            return interp.Phase < InterpreterPhase.Finalizing ? field : throw interp.Unavailable();
        }
    }

    private static bool IsPoolExhausted
    {
        get
        {
            ThreadPool.GetAvailableThreads(out var workers, out _);
            return workers <= 0;
        }
    }

    /// <summary>Takes a run in, which is told when the interpreter lets nobody in any more.</summary>
    /// <exception cref="InterpreterFinalizingException">It is too late.</exception>
    public void Add(AsyncRun run)
    {
        interp.Associate(this);
        using (sync.Enter())
        {
            if (isShut) throw interp.Unavailable();
            runs.Add(run);
        }
    }

    public void Remove(AsyncRun run)
    {
        using (sync.Enter()) runs.Remove(run);
    }

    /// <summary>Takes a step, to be run soon.</summary>
    /// <returns>False where it is too late.</returns>
    public bool TryQueue(InterpreterScheduler scheduler, Task task)
    {
        interp.Seam?.Point("async.queue");
        Stage before;
        using (sync.Enter())
        {
            if (isShut) return false;
            steps.Enqueue((scheduler, task));
            before = stage;
            if (before == Stage.Idle) stage = Stage.Asked;
        }

        if (before == Stage.Idle) AskForThread();
        else if (before == Stage.Asked && IsPoolExhausted) StartThread();
        return true;
    }

    /// <summary>The tasks of a scheduler that wait.</summary>
    public IReadOnlyList<Task> TasksOf(InterpreterScheduler scheduler)
    {
        using (sync.Enter()) return [.. steps.Where(step => step.Scheduler == scheduler).Select(step => step.Task)];
    }

    /// <summary>Runs on the thread that was asked for.</summary>
    public void Execute()
    {
        using (sync.Enter())
        {
            if (stage != Stage.Asked) return;
            stage = Stage.Running;
        }

        var goOn = TryVisit();
        using (sync.Enter())
        {
            goOn &= steps.Count > 0;
            stage = goOn ? Stage.Asked : Stage.Idle;
        }

        if (goOn) AskForThread();
    }

    /// <inheritdoc/>
    public void OnFinalizing(InterpreterState interp)
    {
        var tstate = interp.GetThreadState();
        var outside = tstate.EnterFlow();
        var context = SynchronizationContext.Current;
        SynchronizationContext.SetSynchronizationContext(null);
        try
        {
            for (var left = MostStepsAtTheEnd; TryTakeLast(left, out var step); left--) step.Scheduler.RunStep(tstate, step.Task);
        }
        finally
        {
            SynchronizationContext.SetSynchronizationContext(context);
            tstate.LeaveFlow(outside);
            Refuse(interp.Unavailable());
        }
    }

    /// <inheritdoc/>
    public void OnClosed(InterpreterState interp)
    {
    }

    /// <summary>Runs steps.</summary>
    /// <returns>False where there is no use in coming again.</returns>
    private bool TryVisit()
    {
        try
        {
            Visit();
            return true;
        }
        catch (InterpreterFinalizingException)
        {
            // The closing thread runs what is left.
            return false;
        }
        catch (AttachmentException error)
        {
            // A step has left a scope open, which one is not known. The thread goes back to the pool, where it must not be inside.
            interp.States.TryFind(Thread.CurrentThread)?.AbandonScopes();
            Refuse(error);
            return true;
        }
        catch (InterpreterAbandonedException error)
        {
            // Another thread has ended inside, so nobody gets the lock any more. Whoever waits for a run must not wait for that.
            Refuse(error);
            return false;
        }
    }

    private void Visit()
    {
        var clock = interp.Runtime.Clock;
        interp.AttachFrom(null, isMember: true, Deadline.Never, CancellationToken.None, out var scope, out var tstate);
        try
        {
            var since = clock.GetTimestamp();
            while (TryTake(out var step))
            {
                step.Scheduler.RunStep(tstate!, step.Task);
                if (!tstate!.IsAttached || interp.Gate.IsHandOverRequested || clock.GetElapsedTime(since) >= interp.SwitchInterval) break;
            }
        }
        finally
        {
            scope.Dispose();
        }
    }

    private bool TryTake(out (InterpreterScheduler Scheduler, Task Task) step)
    {
        interp.Seam?.Point("async.take");
        using (sync.Enter()) return steps.TryDequeue(out step);
    }

    private bool TryTakeLast(int left, out (InterpreterScheduler Scheduler, Task Task) step)
    {
        using (sync.Enter())
        {
            var taken = steps.TryDequeue(out step);
            isShut |= !taken || left <= 0;
            return taken;
        }
    }

    private void Refuse(Exception error)
    {
        AsyncRun[] left;
        using (sync.Enter()) left = [.. runs];
        foreach (var run in left) run.Refuse(error);
    }

    private void AskForThread()
    {
        if (interp.Seam is null && !IsPoolExhausted) ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
        else StartThread();
    }

    private void StartThread()
    {
        var thread = new Thread(ExecuteOnThread) { IsBackground = true, Name = $"interpreter {interp.Id} asynchronous code" };
        interp.Seam?.Starting(thread);
        thread.UnsafeStart();
    }

    private void ExecuteOnThread()
    {
        interp.Seam?.Started();
        Execute();
        interp.Seam?.Ended();
    }
}
