namespace ExplicitContext.Runtime;

/// <summary>Which interpreters a runtime has. Its lock is taken to create, close, find and list, never to run.</summary>
/// <remarks>Source: CPython <c>_PyRuntimeState.interpreters</c> and <c>HEAD_LOCK</c>.</remarks>
internal sealed class InterpreterRegistry(RuntimeState runtime)
{
    private readonly SmallLock sync = new(LockRank.Runtime, runtime.LockObserver);

    // Sorted by id, which is by age.
    [GuardedBy(nameof(sync))]
    private readonly SortedDictionary<InterpreterId, InterpreterState> interpreters = [];

    // An id must not return in another interpreter, or a stale handle would mean somebody else.
    [GuardedBy(nameof(sync))]
    private long nextId = runtime.Options.FirstId;

    [GuardedBy(nameof(sync))]
    private Waiter? emptied;

    /// <summary>All that are listed, oldest first, as they were at one instant.</summary>
    public IReadOnlyList<InterpreterState> Snapshot
    {
        get
        {
            using (sync.Enter()) return [.. interpreters.Values];
        }
    }

    /// <summary>The next id, which is not listed yet.</summary>
    /// <exception cref="InterpreterException">There are no ids left.</exception>
    public InterpreterId TakeId()
    {
        using (sync.Enter())
        {
            if (nextId == long.MaxValue) throw new InterpreterException(null, "All interpreter ids have been used. None is ever used twice; start another runtime.");
            return new InterpreterId(nextId++);
        }
    }

    /// <summary>Lists an interpreter that is ready.</summary>
    /// <returns>False where something stands against it at this instant.</returns>
    public bool TryAdd(InterpreterState interp, Func<bool> mayAdd)
    {
        using (sync.Enter())
        {
            if (!mayAdd()) return false;
            interpreters.Add(interp.Id, interp);
            return true;
        }
    }

    public void Remove(InterpreterState interp)
    {
        using (sync.Enter())
        {
            interpreters.Remove(interp.Id);
            emptied?.Send(Signal.TryAgain);
        }
    }

    public InterpreterState? Find(InterpreterId id)
    {
        using (sync.Enter()) return interpreters.GetValueOrDefault(id);
    }

    /// <summary>Waits until no interpreter but the main one is listed: for those that other threads are closing.</summary>
    /// <returns>False where the deadline came first.</returns>
    public bool WaitUntilOnlyMain(Deadline deadline)
    {
        var waiter = new Waiter(runtime.Seam, runtime.Clock);
        while (true)
        {
            using (sync.Enter())
            {
                emptied = interpreters.Count > 1 ? waiter : null;
                if (emptied is null) return true;
            }

            if (deadline.HasPassed) return false;
            waiter.Wait(deadline.Remaining);
        }
    }
}
