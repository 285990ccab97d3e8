using System.Diagnostics;

namespace ExplicitContext.Runtime;

/// <summary>
/// The state of one interpreter. One thread at a time runs in it, under the interpreter's own lock; different interpreters run in parallel.
/// </summary>
/// <remarks>
/// <para>This isolates state and scheduling. It is no security boundary: all interpreters share one heap, one environment, one process.</para>
/// <para>Threading: all members may be called from any thread, except where a member says that it must be called from inside, that is by the
/// thread that is attached.</para>
/// <para>Source: CPython <c>PyInterpreterState</c> in <c>pycore_interp_structs.h</c>; PEP 554, PEP 684, PEP 734.</para>
/// </remarks>
[InterpreterState]
public sealed partial class InterpreterState : IDisposable, IAsyncDisposable, ICrossesByReference
{
    [GuardedBy("set once")]
    private readonly ThreadStateTable threadStates;

    [GuardedBy("atomic")]
    private long switchIntervalTicks;

    internal InterpreterState(RuntimeState runtime, InterpreterId id, InterpreterOptions options)
    {
        options.Validate();
        Runtime = runtime;
        Id = id;
        Options = options;
        Gate = options.Lock == InterpreterLockKind.SharedWithMain && id != InterpreterId.Main ? runtime.Main.Gate : new InterpreterLock(runtime.Seam);
        SwitchInterval = options.SwitchInterval;
        threadStates = new ThreadStateTable(this);
        if (runtime.Options.CaptureStacks) Created = new StackTrace(2, true);
    }

    /// <summary>The interpreter that the calling thread is in.</summary>
    /// <remarks>Source: PEP 734, <c>interpreters.get_current()</c>.</remarks>
    /// <exception cref="NotAttachedException">The calling thread is in none.</exception>
    [AmbientAccessor(ReplacedBy = "tstate.Interp", EnteredBy = nameof(Attach))]
    [ContextEntry]
    public static InterpreterState Current => ThreadState.Current.Interp;

    /// <summary>The interpreter's number: 0 for the main one, never used twice.</summary>
    [field: GuardedBy("set once")]
    public InterpreterId Id { get; }

    /// <summary>The runtime that the interpreter belongs to.</summary>
    [field: GuardedBy("set once")]
    public RuntimeState Runtime { get; }

    /// <summary>What the interpreter was told at its creation.</summary>
    [field: GuardedBy("set once")]
    public InterpreterOptions Options { get; }

    /// <summary>How the interpreter came to be.</summary>
    public InterpreterOrigin Origin =>
        Id == InterpreterId.Main ? InterpreterOrigin.RuntimeStart : Options.Owner is null ? InterpreterOrigin.Library : InterpreterOrigin.Host;

    /// <summary>
    /// How long a thread runs while another waits for this interpreter's lock, until it is asked to give way. A change holds from the next wait on.
    /// </summary>
    /// <remarks>Source: <c>sys.setswitchinterval</c>, which is per interpreter since PEP 684.</remarks>
    /// <exception cref="ArgumentOutOfRangeException">Not positive, or longer than <see cref="int.MaxValue"/> milliseconds.</exception>
    public TimeSpan SwitchInterval
    {
        get => new(Volatile.Read(ref switchIntervalTicks));
        set
        {
            InterpreterOptions.RequireSwitchInterval(value);
            Volatile.Write(ref switchIntervalTicks, value.Ticks);
        }
    }

    /// <summary>The states of all threads that have ever been inside and still live, in the order in which they came.</summary>
    /// <remarks>Source: CPython <c>PyInterpreterState_ThreadHead</c>.</remarks>
    public IReadOnlyList<ThreadState> ThreadStates => threadStates.Snapshot;

    /// <summary>How many threads are inside, attached or not. It can change at any time.</summary>
    public int ThreadCount => ThreadStates.Count(tstate => tstate.IsInside);

    /// <summary>The thread that holds the interpreter's lock, if any. It can change at any time.</summary>
    public ThreadState? AttachedThread => Gate.Holder is { } holder && holder.Interp == this ? holder : null;

    [field: GuardedBy("set once")]
    internal InterpreterLock Gate { get; }

    internal ISchedulingSeam? Seam => Runtime.Seam;

    [field: GuardedBy("set once")]
    internal StackTrace? Created { get; }

    /// <summary>The state with which the calling thread holds the lock for this interpreter, if it does.</summary>
    internal ThreadState? AttachedStateOfThisThread =>
        AttachedThread is { } holder && holder.Thread == Thread.CurrentThread ? holder : null;

    /// <summary>Whether the calling thread is inside, be it attached, detached for a while, or in another interpreter that it entered from here.</summary>
    internal bool IsEnteredByThisThread => threadStates.TryFind(Thread.CurrentThread)?.IsInside == true;

    /// <summary>
    /// The state with which the calling thread holds this interpreter's lock: for code that was handed the interpreter and not the thread state, as
    /// asynchronous code is. O(1); it asks this interpreter, not the thread.
    /// </summary>
    /// <returns>The state, good until the thread leaves or the next <c>await</c>.</returns>
    /// <exception cref="NotAttachedException">The calling thread does not hold this interpreter's lock.</exception>
    public ThreadState GetThreadState() => AttachedStateOfThisThread ?? throw NotAttachedException.Outside(Id);

    /// <summary>The interpreter's id, for messages.</summary>
    /// <returns>"Interpreter" and the id.</returns>
    public override string ToString() => $"Interpreter {Id}";

    private void RequireInside() => GetThreadState();
}
