namespace ExplicitContext.Runtime;

/// <summary>What closing an interpreter waits for: the threads that it started, and the guards that are held.</summary>
internal sealed class Occupants(InterpreterState interp)
{
    private readonly SmallLock sync = new(LockRank.Interpreter, interp.Runtime.LockObserver);

    [GuardedBy(nameof(sync))]
    private readonly List<InterpreterThread> threads = [];

    [GuardedBy(nameof(sync))]
    private readonly List<InterpreterGuard> guards = [];

    // What threads that nobody has waited for have thrown.
    [GuardedBy(nameof(sync))]
    private readonly List<InterpreterThread> failed = [];

    [GuardedBy(nameof(sync))]
    private Waiter? closing;

    /// <summary>How many threads run.</summary>
    public int ThreadCount
    {
        get
        {
            using (sync.Enter()) return threads.Count;
        }
    }

    /// <summary>Takes a guard in.</summary>
    /// <returns>False where the interpreter is closing or closed.</returns>
    public bool TryAdd(InterpreterGuard guard)
    {
        using (sync.Enter())
        {
            if (interp.Phase != InterpreterPhase.Ready) return false;
            guards.Add(guard);
            return true;
        }
    }

    /// <summary>Takes a thread in that is going to start.</summary>
    /// <exception cref="InterpreterFinalizingException">The interpreter is closing or closed.</exception>
    /// <exception cref="InterpreterQuotaException">There are as many threads as there may be.</exception>
    public void Add(InterpreterThread thread)
    {
        using (sync.Enter())
        {
            if (interp.Phase != InterpreterPhase.Ready) throw interp.Unavailable();
            var own = threads.Count(other => !other.IsCallers);
            if (!thread.IsCallers && own >= interp.Options.Limits.MaxThreads)
                throw new InterpreterQuotaException(interp.Id, nameof(InterpreterLimits.MaxThreads), $"{own} threads run already.");
            threads.Add(thread);
        }
    }

    public void Remove(InterpreterGuard guard)
    {
        using (sync.Enter())
        {
            guards.Remove(guard);
            closing?.Send(Signal.TryAgain);
        }
    }

    /// <summary>Lets a thread go that has ended.</summary>
    public void Remove(InterpreterThread thread, bool hasFailed)
    {
        using (sync.Enter())
        {
            threads.Remove(thread);
            if (hasFailed) failed.Add(thread);
            closing?.Send(Signal.TryAgain);
        }
    }

    /// <summary>A thread's kind has changed, so that closing may have somebody less to wait for.</summary>
    public void Recount()
    {
        using (sync.Enter()) closing?.Send(Signal.TryAgain);
    }

    /// <summary>Waits until nobody is left whom closing waits for.</summary>
    /// <param name="stopRunning">Whether runs in threads of their own are not waited for, because closing ends them.</param>
    /// <param name="deadline">How long to wait.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <returns>Who was left when the time was up; empty where nobody was.</returns>
    public IReadOnlyList<CloseBlocker> WaitUntilEmpty(bool stopRunning, Deadline deadline, CancellationToken cancellationToken)
    {
        Waiter? waiter = null;
        while (true)
        {
            List<CloseBlocker> blockers;
            using (sync.Enter())
            {
                blockers = [.. threads.Where(thread => !thread.IsDaemon && !(stopRunning && thread.IsRun)).Select(thread => thread.Blocker), .. guards.Select(guard => guard.Blocker)];
                closing = blockers.Count == 0 ? null : waiter ??= new Waiter(interp.Seam, interp.Runtime.Clock);
            }

            if (blockers.Count == 0 || deadline.HasPassed || cancellationToken.IsCancellationRequested) return blockers;
            waiter!.Wait(deadline, cancellationToken);
        }
    }

    /// <summary>What threads that nobody has waited for have thrown.</summary>
    public IEnumerable<Exception> TakeFailures()
    {
        List<InterpreterThread> taken;
        using (sync.Enter())
        {
            taken = [.. failed];
            failed.Clear();
        }

        return taken.Where(thread => !thread.IsObserved).Select(thread => thread.Error!);
    }
}
