namespace ExplicitContext.Runtime;

/// <summary>
/// The thread states of one interpreter, one per thread that has ever been inside and still lives. Making one is cheap, but its identity is what
/// per-thread state hangs on, so it is kept.
/// </summary>
internal sealed class ThreadStateTable(InterpreterState interp)
{
    private readonly SmallLock sync = new(LockRank.Leaf, interp.Runtime.LockObserver);

    [GuardedBy(nameof(sync))]
    private readonly Dictionary<Thread, ThreadState> states = [];

    // Of threads that have ended and left module state, which somebody inside disposes of.
    [GuardedBy(nameof(sync))]
    private List<ThreadState> ended = [];

    [GuardedBy(nameof(sync))]
    private long nextId = 1;

    [GuardedBy(nameof(sync))]
    private int sweepAt = 16;

    // Most interpreters are visited by one thread again and again.
    [GuardedBy("atomic")]
    private ThreadState? latest;

    /// <summary>The calling thread's state, made on its first visit.</summary>
    public ThreadState OfThisThread
    {
        get
        {
            var thread = Thread.CurrentThread;
            var seen = Volatile.Read(ref latest);
            if (seen?.Thread == thread) return seen;
            var tstate = Find(thread);
            Volatile.Write(ref latest, tstate);
            return tstate;
        }
    }

    /// <summary>The state of a thread, if it has ever been inside.</summary>
    public ThreadState? TryFind(Thread thread)
    {
        using (sync.Enter()) return states.GetValueOrDefault(thread);
    }

    /// <summary>All states that are kept, oldest first.</summary>
    public IReadOnlyList<ThreadState> Snapshot
    {
        get
        {
            using (sync.Enter()) return [.. states.Values.OrderBy(tstate => tstate.Id)];
        }
    }

    /// <summary>How many states are kept.</summary>
    public int Count
    {
        get
        {
            using (sync.Enter()) return states.Count;
        }
    }

    /// <summary>The states of threads that have ended and left module state, oldest first. Whoever takes them disposes of it.</summary>
    public IReadOnlyList<ThreadState> TakeEnded()
    {
        using (sync.Enter())
        {
            var taken = ended;
            ended = [];
            return taken;
        }
    }

    /// <summary>Forgets all states: for a closed interpreter.</summary>
    public void Clear()
    {
        using (sync.Enter()) states.Clear();
        Volatile.Write(ref latest, null);
    }

    private ThreadState Find(Thread thread)
    {
        ThreadState? tstate;
        bool hasEnded;
        using (sync.Enter())
        {
            if (states.TryGetValue(thread, out tstate)) return tstate;
            hasEnded = states.Count >= sweepAt && Sweep();
            tstate = new ThreadState(interp, thread, nextId++);
            states.Add(thread, tstate);
        }

        if (hasEnded) interp.DisposeOfEndedThreadsSoon();
        return tstate;
    }

    /// <summary>Drops the states of threads that have ended. Doubling the mark keeps the cost per visit constant.</summary>
    /// <returns>Whether any have left module state.</returns>
    [Requires(nameof(sync))]
    private bool Sweep()
    {
        foreach (var (thread, tstate) in states.Where(pair => !pair.Key.IsAlive).OrderBy(pair => pair.Value.Id).ToList())
        {
            states.Remove(thread);
            if (tstate.HasSlots) ended.Add(tstate);
        }

        sweepAt = Math.Max(16, 2 * states.Count);
        return ended.Count > 0;
    }
}
