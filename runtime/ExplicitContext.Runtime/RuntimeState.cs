namespace ExplicitContext.Runtime;

/// <summary>
/// The state of the process: which interpreters there are. All else belongs to an <see cref="InterpreterState"/>, and there is no way from here to
/// a <see cref="ThreadState"/>.
/// </summary>
/// <remarks>
/// <para>An application creates one and hands it on: <c>using var runtime = RuntimeState.Initialize();</c>. The library keeps no static
/// reference to it; a second one in the same process is a second, independent set of interpreters.</para>
/// <para>Threading: all members may be called from any thread, attached or not. None of its locks is taken to run, call, attach or detach.</para>
/// <para>Source: CPython <c>_PyRuntimeState</c> in <c>pycore_runtime_structs.h</c>; PEP 684 for what may stay global.</para>
/// </remarks>
[RuntimeState]
public sealed class RuntimeState : IDisposable
{
    // Ids and membership must agree across all threads, so this is the one lock of the process. No user code runs under it.
    [GuardedBy("set once")]
    private readonly object registryLock = new();

    // Which interpreters exist can only be known process-wide. Sorted by id, which is by age.
    [GuardedBy(nameof(registryLock))]
    private readonly SortedDictionary<InterpreterId, InterpreterState> interpreters = [];

    // An id must not return in another interpreter, or a stale handle would mean somebody else.
    [GuardedBy(nameof(registryLock))]
    private long nextId;

    // Creating and finalizing exclude each other for the whole process.
    [GuardedBy("atomic")]
    private int phase = (int)RuntimePhase.Initialized;

    private RuntimeState(RuntimeOptions options)
    {
        Options = options;
        Main = Register(options.MainInterpreter);
    }

    /// <summary>What the runtime was told at its start.</summary>
    [field: GuardedBy("set once")]
    public RuntimeOptions Options { get; }

    /// <summary>The interpreter that exists as long as the runtime does, with id 0.</summary>
    [field: GuardedBy("set once")]
    public InterpreterState Main { get; }

    /// <summary>What measures time, never the wall clock.</summary>
    internal TimeProvider Clock => Options.Clock;

    /// <summary>Decides in tests which thread goes on when, or null.</summary>
    internal ISchedulingSeam? Seam => Options.Seam;

    /// <summary>How far the runtime is on its way.</summary>
    public RuntimePhase Phase => (RuntimePhase)Volatile.Read(ref phase);

    /// <summary>
    /// All interpreters that are not closed, oldest first: the registry as it was at one instant. Any of them may be closed by the time it is
    /// used, which then fails with an <see cref="InterpreterFinalizingException"/>.
    /// </summary>
    public IReadOnlyList<InterpreterState> Interpreters
    {
        get
        {
            lock (registryLock) return [.. interpreters.Values];
        }
    }

    /// <summary>Starts a runtime with its main interpreter.</summary>
    /// <param name="options">Clock and main interpreter; the defaults where left out.</param>
    /// <returns>A new runtime on every call. Disposing of it closes all of its interpreters.</returns>
    public static RuntimeState Initialize(RuntimeOptions? options = null) => new(options ?? new RuntimeOptions());

    /// <summary>Creates an interpreter with its own lock and nothing in it. The caller closes it, or disposing of the runtime does.</summary>
    /// <param name="options">The defaults where left out.</param>
    /// <returns>The interpreter, ready to run in. Nothing is attached to it yet.</returns>
    /// <exception cref="RuntimeFinalizedException">The runtime has been disposed of.</exception>
    public InterpreterState CreateInterpreter(InterpreterOptions? options = null) => Register(options ?? new InterpreterOptions());

    /// <summary>Finds an interpreter by its id.</summary>
    /// <param name="id">An id from <see cref="InterpreterState.Id"/>.</param>
    /// <returns>The one object that stands for this interpreter.</returns>
    /// <exception cref="InterpreterNotFoundException">No such interpreter was created, or it is closed.</exception>
    public InterpreterState GetInterpreter(InterpreterId id)
    {
        lock (registryLock)
            return interpreters.TryGetValue(id, out var interp) ? interp : throw new InterpreterNotFoundException(id);
    }

    /// <summary>
    /// Closes the interpreters that remain, newest first and the main one last, and waits for those that other threads are closing just now.
    /// A second call does nothing.
    /// </summary>
    /// <exception cref="InterpreterCloseRefusedException">The calling thread is inside one of the interpreters. Nothing was closed.</exception>
    /// <exception cref="InterpreterCloseFailedException">Exit functions have failed. All interpreters are closed nevertheless.</exception>
    [ContextEntry]
    public void Dispose()
    {
        if (Interpreters.FirstOrDefault(interp => interp.IsEnteredByThisThread) is { } inside)
            throw InterpreterCloseRefusedException.RuntimeFromInside(inside.Id);
        if (!Advance(RuntimePhase.Initialized, RuntimePhase.Finalizing)) return;

        var errors = new List<Exception>();
        foreach (var interp in Interpreters.Reverse().Where(interp => interp != Main)) Close(interp);
        lock (registryLock)
        {
            while (interpreters.Count > 1) Monitor.Wait(registryLock);
        }

        Close(Main);
        Advance(RuntimePhase.Finalizing, RuntimePhase.Finalized);
        if (errors.Count > 0) throw new InterpreterCloseFailedException(InterpreterId.Main, errors);

        // The thread may be inside an interpreter of another runtime, and lose that one on the way.
        void Close(InterpreterState interp)
        {
            _ = ThreadState.TryGetCurrent(out var previous);
            interp.TryClose(previous, errors);
        }
    }

    internal void Unregister(InterpreterState interp)
    {
        lock (registryLock)
        {
            interpreters.Remove(interp.Id);
            Monitor.PulseAll(registryLock);
        }
    }

    private InterpreterState Register(InterpreterOptions options)
    {
        lock (registryLock)
        {
            if (Phase != RuntimePhase.Initialized) throw new RuntimeFinalizedException();
            var interp = new InterpreterState(this, new InterpreterId(nextId), options);
            nextId = checked(nextId + 1);
            interpreters.Add(interp.Id, interp);
            return interp;
        }
    }

    private bool Advance(RuntimePhase from, RuntimePhase to) => Interlocked.CompareExchange(ref phase, (int)to, (int)from) == (int)from;
}
