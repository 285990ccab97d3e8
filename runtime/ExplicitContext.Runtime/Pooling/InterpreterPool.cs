using System.Diagnostics.CodeAnalysis;

namespace ExplicitContext.Runtime;

/// <summary>
/// Interpreters for hire. Each worker is an interpreter, and a thread for work that is submitted; work that the caller does itself runs in a worker's
/// interpreter on the calling thread. A worker is made when none is idle and one more may be, and lives until the pool is shut down, with all state that
/// work has left in it.
/// </summary>
/// <remarks>
/// <para>Crossing is as for <see cref="InterpreterState.Call{TArg, TResult}"/>: delegates are stateless, arguments and results are made fit for the other
/// side. What work throws arrives with its own type where it may cross, else as an <see cref="ExecutionFailedException"/>.</para>
/// <para>Who waits for a worker is served in the order of arrival, callers and submitted work alike, and releases the interpreter that he is in.
/// Work that waits for other work of the same pool needs a worker more for each.</para>
/// <para>Threading: all members may be called from any thread, attached or not.</para>
/// <para>Source: <c>concurrent.futures.InterpreterPoolExecutor</c>.</para>
/// </remarks>
public sealed partial class InterpreterPool : IDisposable, IAsyncDisposable
{
    private readonly InterpreterPoolOptions options;
    private readonly PoolInitializer? initializer;
    private readonly SmallLock sync;

    // All there are, the busy ones too.
    [GuardedBy(nameof(sync))]
    private readonly List<PoolWorker> workers = [];

    // The one that was used last is the next to be used.
    [GuardedBy(nameof(sync))]
    private readonly Stack<PoolWorker> idle = new();

    // Empty as long as a worker is idle or may be made.
    [GuardedBy(nameof(sync))]
    private readonly LinkedList<PoolRequest> line = new();

    [GuardedBy(nameof(sync))]
    private int made;

    // How many somebody has.
    [GuardedBy(nameof(sync))]
    private int busy;

    [GuardedBy(nameof(sync))]
    private Waiter? drained;

    [GuardedBy("atomic")]
    private volatile Exception? whyBroken;

    [GuardedBy("atomic")]
    private volatile Stage stage;

    internal InterpreterPool(RuntimeState runtime, InterpreterPoolOptions options, PoolInitializer? initializer)
    {
        options.Validate();
        Runtime = runtime;
        this.options = options;
        this.initializer = initializer;
        InterpreterOptions = options.Interpreter with { Owner = options.Interpreter.Owner ?? new InterpreterOwner($"pool '{options.Name}'") };
        sync = new SmallLock(LockRank.Leaf, runtime.LockObserver);
    }

    private enum Stage
    {
        /// <summary>Takes work.</summary>
        Open,

        /// <summary>Takes no more work; what it has is done.</summary>
        Draining,

        /// <summary>Does no more work.</summary>
        Stopping,

        /// <summary>All workers are gone.</summary>
        Closed,
    }

    /// <summary>The runtime of the pool's interpreters.</summary>
    public RuntimeState Runtime { get; }

    /// <summary>The pool's name.</summary>
    public string Name => options.Name;

    /// <summary>How many workers there may be at most.</summary>
    public int MaxWorkers => options.MaxWorkers;

    /// <summary>How many workers there are. It can change at any time.</summary>
    public int WorkerCount
    {
        get
        {
            using (sync.Enter()) return workers.Count;
        }
    }

    /// <summary>How many workers have nothing to do. It can change at any time.</summary>
    public int IdleCount
    {
        get
        {
            using (sync.Enter()) return idle.Count;
        }
    }

    /// <summary>How much work waits for a worker. It can change at any time.</summary>
    public int PendingCount
    {
        get
        {
            using (sync.Enter()) return line.Count;
        }
    }

    /// <summary>Whether the pool takes no more work because a worker could not be made ready, or was lost.</summary>
    public bool IsBroken => whyBroken is not null;

    /// <summary>Whether the pool takes no more work because it has been shut down.</summary>
    public bool IsShutDown => stage != Stage.Open;

    internal InterpreterOptions InterpreterOptions { get; }

    [Requires(nameof(sync))]
    private bool IsDrained => busy == 0 && line.Count == 0;

    /// <summary>The pool's name, for messages.</summary>
    /// <returns>"Pool" and the name.</returns>
    public override string ToString() => $"Pool '{Name}'";

    /// <summary>Makes the workers that are to be ready from the start.</summary>
    internal void WarmUp(ThreadState? caller)
    {
        var warm = new List<PoolWorker>();
        while (warm.Count < options.WarmWorkers && TryTake(request: null, out var worker))
        {
            OpenOrBreak(worker, caller);
            warm.Add(worker);
        }

        foreach (var worker in warm) Release(worker);
    }

    internal void Initialize(InterpreterState interp, ThreadState? caller) => initializer?.Run(interp, caller);

    /// <summary>Takes work that a worker does on its own thread.</summary>
    /// <exception cref="BrokenInterpreterPoolException">The pool is broken.</exception>
    /// <exception cref="ObjectDisposedException">The pool has been shut down.</exception>
    internal void Submit(PoolItem item)
    {
        Runtime.Seam?.Point("pool.submit");
        if (TryTake(item, out var worker)) worker.Hand(item);
    }

    /// <summary>Takes a request out of the line.</summary>
    /// <returns>False where it was not there, because it has got a worker or was refused, or is just about to.</returns>
    internal bool TryWithdraw(PoolRequest request)
    {
        using (sync.Enter())
        {
            if (request.Place.List is null) return false;
            line.Remove(request.Place);
            TellIfDrained();
            return true;
        }
    }

    /// <summary>Gives a worker back, to the next in line.</summary>
    internal void Release(PoolWorker worker)
    {
        Runtime.Seam?.Point("pool.release");
        PoolRequest? next = null;
        using (sync.Enter())
        {
            if (line.First is { } first)
            {
                line.RemoveFirst();
                next = first.Value;
            }
            else
            {
                idle.Push(worker);
                busy--;
                TellIfDrained();
            }
        }

        next?.Grant(worker);
    }

    /// <summary>Breaks the pool, whose worker could not be made ready.</summary>
    /// <param name="worker">The worker, which the caller has.</param>
    /// <param name="caller">The state that the calling thread is attached with.</param>
    /// <param name="cause">Why.</param>
    internal void Discard(PoolWorker worker, ThreadState? caller, Exception cause)
    {
        Break(cause);
        worker.End();
        worker.Interp?.CloseAny(caller, new CloseOptions { Timeout = TimeSpan.Zero, StopRunning = true }, CancellationToken.None);
        using (sync.Enter())
        {
            workers.Remove(worker);
            busy--;
            TellIfDrained();
        }
    }

    /// <summary>Breaks the pool, unless it is being shut down: somebody else closes one of its interpreters.</summary>
    internal void Lose(Exception cause)
    {
        if (stage == Stage.Open) Break(cause);
    }

    private void Break(Exception cause)
    {
        Interlocked.CompareExchange(ref whyBroken, cause, null);
        RefuseLine(() => new BrokenInterpreterPoolException(Name, whyBroken));
    }

    private void RefuseLine(Func<Exception> reason)
    {
        PoolRequest[] refused;
        using (sync.Enter())
        {
            refused = [.. line];
            line.Clear();
            TellIfDrained();
        }

        foreach (var request in refused) request.Refuse(reason());
    }

    /// <summary>Takes a worker, or else gets in line.</summary>
    /// <returns>Whether it has got one, which is the caller's now.</returns>
    private bool TryTake(PoolRequest? request, [NotNullWhen(true)] out PoolWorker? worker)
    {
        worker = null;
        using (sync.Enter())
        {
            if (whyBroken is null && (stage == Stage.Open || (stage == Stage.Draining && request is PoolTask)))
            {
                if (!idle.TryPop(out worker) && workers.Count < MaxWorkers) workers.Add(worker = new PoolWorker(this, ++made));
                if (worker is not null) busy++;
                else if (request is not null) line.AddLast(request.Place);
                return worker is not null;
            }
        }

        throw whyBroken is { } cause && stage == Stage.Open ? new BrokenInterpreterPoolException(Name, cause) : ShutDown();
    }

    private ObjectDisposedException ShutDown() =>
        new(nameof(InterpreterPool), $"The pool '{Name}' has been shut down and takes no more work. Create another one.");

    private void OpenOrBreak(PoolWorker worker, ThreadState? caller)
    {
        try
        {
            worker.Open(caller);
        }
        catch (Exception error)
        {
            Discard(worker, caller, error);
            throw new BrokenInterpreterPoolException(Name, error);
        }
    }

    [Requires(nameof(sync))]
    private void TellIfDrained()
    {
        if (IsDrained) drained?.Send(Signal.TryAgain);
    }
}
