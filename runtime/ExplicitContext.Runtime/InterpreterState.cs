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
public sealed partial class InterpreterState : IDisposable
{
    private readonly ThreadStateTable threadStates;

    [GuardedBy(nameof(Gate))]
    private readonly SlotTable slots = new();

    internal InterpreterState(RuntimeState runtime, InterpreterId id, InterpreterOptions options)
    {
        Runtime = runtime;
        Id = id;
        Gate = new InterpreterLock(runtime.Options.Clock, options.SwitchInterval);
        threadStates = new ThreadStateTable(this);
    }

    /// <summary>The interpreter that the calling thread is in.</summary>
    /// <remarks>Source: PEP 734, <c>interpreters.get_current()</c>.</remarks>
    /// <exception cref="NotAttachedException">The calling thread is in none.</exception>
    [AmbientAccessor(ReplacedBy = "tstate.Interp")]
    [ContextEntry]
    public static InterpreterState Current => ThreadState.Current.Interp;

    /// <summary>The interpreter's number: 0 for the main one, never used twice.</summary>
    public InterpreterId Id { get; }

    /// <summary>The runtime that the interpreter belongs to.</summary>
    public RuntimeState Runtime { get; }

    /// <summary>How far the interpreter is on its way. Another thread may move it on at any time.</summary>
    public InterpreterPhase Phase => (InterpreterPhase)Volatile.Read(ref phase);

    /// <summary>
    /// How long a thread runs while another waits for this interpreter's lock, until it is asked to give way. A change holds from the next wait on.
    /// </summary>
    /// <remarks>Source: <c>sys.setswitchinterval</c>, which is per interpreter since PEP 684.</remarks>
    /// <exception cref="ArgumentOutOfRangeException">Not positive, or longer than <see cref="int.MaxValue"/> milliseconds.</exception>
    public TimeSpan SwitchInterval
    {
        get => Gate.SwitchInterval;
        set => Gate.SwitchInterval = value;
    }

    internal InterpreterLock Gate { get; }

    /// <summary>Whether the calling thread is inside, be it attached, detached for a while, or in another interpreter that it entered from here.</summary>
    internal bool IsEnteredByThisThread => threadStates.TryFind(Thread.CurrentThread)?.Depth > 0;

    /// <summary>
    /// The interpreter's own piece of state for a slot, made on first use. O(1). Call it from inside.
    /// </summary>
    /// <typeparam name="T">The state.</typeparam>
    /// <param name="slot">The key; usually a static readonly field beside the state's type.</param>
    /// <returns>The same instance every time, and another one in every other interpreter.</returns>
    /// <exception cref="NotAttachedException">The calling thread does not hold this interpreter's lock.</exception>
    /// <exception cref="InterpreterException">The slot's factory returned null, asked for its own slot, or released the lock.</exception>
    public T GetState<T>(InterpreterSlot<T> slot)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(slot);
        RequireInside();
        return slots.Get(this, slot);
    }

    /// <summary>The interpreter's id, for messages.</summary>
    /// <returns>"Interpreter" and the id.</returns>
    public override string ToString() => $"Interpreter {Id}";

    private void RequireInside()
    {
        if (!Gate.IsHeldByThisThread) throw NotAttachedException.Outside(Id);
    }
}
