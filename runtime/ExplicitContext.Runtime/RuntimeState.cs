namespace ExplicitContext.Runtime;

/// <summary>
/// The state of the process: which interpreters there are. All else belongs to an <see cref="InterpreterState"/>, and there is no way from here to
/// a <see cref="ThreadState"/>.
/// </summary>
/// <remarks>
/// <para>An application creates one and hands it on: <c>using var runtime = RuntimeState.Initialize();</c>. The library keeps no static
/// reference to it; a second one in the same process is a second, independent set of interpreters. It isolates state and scheduling, and is no
/// security boundary.</para>
/// <para>Threading: all members may be called from any thread, attached or not. None of its locks is taken to run, call, put, get, attach or detach.</para>
/// <para>Source: CPython <c>_PyRuntimeState</c> in <c>pycore_runtime_structs.h</c>; PEP 684 for what may stay global.</para>
/// </remarks>
[RuntimeState]
public sealed partial class RuntimeState : IDisposable
{
    // Which interpreters exist, and which id comes next, can only be known process-wide.
    [GuardedBy("set once")]
    private readonly InterpreterRegistry registry;

    // Interrupts go to one thread of the process, the one that started the runtime.
    [GuardedBy("set once")]
    private readonly MainThreadWork mainThread;

    // Stopping all interpreters is for one thread of the process at a time.
    [GuardedBy("set once")]
    private readonly World world;

    // The host's program belongs to no interpreter that anybody creates.
    [GuardedBy("set once")]
    private readonly InterpreterState? main;

    // Creating and finalizing exclude each other for the whole process.
    [GuardedBy("atomic")]
    private int phase = (int)RuntimePhase.PreInitialized;

    private RuntimeState(RuntimeOptions options, ThreadState? caller)
    {
        Options = options;
        auditHooks = [.. options.AuditHooks];

        // A hook gets the runtime in its hands before it is ready.
        registry = new InterpreterRegistry(this);
        mainThread = new MainThreadWork(this);
        world = new World(this);
        crossObjects = new CrossObjects(options.LockObserver);
        components = new ComponentClaims(options.LockObserver);
        CleanFlow = CaptureCleanFlow();
        Audit("runtime.pre-initialized");
        MoveOn(RuntimePhase.PreInitialized, RuntimePhase.CoreInitialized);
        Audit("runtime.core-initialized");
        main = Register(caller, InterpreterId.Main, options.MainInterpreter);
        MoveOn(RuntimePhase.CoreInitialized, RuntimePhase.Initialized);
        Audit("runtime.initialized");
    }

    /// <summary>What the runtime was told at its start.</summary>
    [field: GuardedBy("set once")]
    public RuntimeOptions Options { get; }

    /// <summary>The interpreter that exists as long as the runtime does, with id 0.</summary>
    /// <exception cref="RuntimeNotInitializedException">Asked by a hook while the runtime starts.</exception>
    public InterpreterState Main => main ?? throw new RuntimeNotInitializedException();

    /// <summary>The thread that started the runtime: the only one that interrupts and main-thread calls reach.</summary>
    public Thread MainThread => mainThread.Thread;

    /// <summary>How far the runtime is on its way.</summary>
    public RuntimePhase Phase => (RuntimePhase)Volatile.Read(ref phase);

    /// <summary>
    /// All interpreters that are ready and not closed, oldest first: the registry as it was at one instant. Any of them may be closed by the time it
    /// is used, which then fails with an <see cref="InterpreterFinalizingException"/>.
    /// </summary>
    /// <remarks>Source: PEP 734, <c>interpreters.list_all</c>.</remarks>
    public IReadOnlyList<InterpreterState> Interpreters => registry.Snapshot;

    /// <summary>What measures time, never the time of day.</summary>
    internal TimeProvider Clock => Options.Clock;

    /// <summary>Decides in tests which thread goes on when, or null.</summary>
    internal ISchedulingSeam? Seam => Options.Seam;

    /// <summary>Is told of the small locks, or null.</summary>
    internal ILockObserver? LockObserver => Options.LockObserver;

    // The flow of a thread on which nothing was set cannot be made, only found.
    /// <summary>What flows along with a thread in an interpreter that has set nothing yet.</summary>
    [field: GuardedBy("set once")]
    internal ExecutionContext CleanFlow { get; }

    /// <summary>Starts a runtime with its main interpreter. The calling thread becomes its main thread.</summary>
    /// <param name="options">Clock, hooks and main interpreter; the defaults where left out.</param>
    /// <returns>A new runtime on every call. Disposing of it closes all of its interpreters.</returns>
    /// <exception cref="ArgumentException">The options cannot be.</exception>
    /// <exception cref="InterpreterException">The language of the main interpreter could not be opened.</exception>
    [ContextEntry]
    public static RuntimeState Initialize(RuntimeOptions? options = null)
    {
        options ??= new RuntimeOptions();
        _ = ThreadState.TryGetCurrent(out var caller);
        return new(options.CheckLockOrder ? options with { LockObserver = new LockOrderChecker() } : options, caller);
    }

    /// <summary>Creates an interpreter with nothing in it. The caller closes it, or disposing of the runtime does.</summary>
    /// <param name="options">The defaults where left out.</param>
    /// <returns>The interpreter, ready to run in. Nothing is attached to it yet.</returns>
    /// <exception cref="RuntimeNotInitializedException">Called by a hook while the runtime starts.</exception>
    /// <exception cref="RuntimeFinalizedException">The runtime has been disposed of.</exception>
    /// <exception cref="ArgumentException">The options cannot be.</exception>
    /// <exception cref="InterpreterException">All ids have been used, or the interpreter's language could not be opened.</exception>
    /// <remarks>What an audit hook throws on <c>interpreter.create</c> comes out, and there is no interpreter.</remarks>
    [ContextEntry]
    public InterpreterState CreateInterpreter(InterpreterOptions? options = null)
    {
        if (Phase < RuntimePhase.Initialized) throw new RuntimeNotInitializedException();
        if (Phase >= RuntimePhase.Finalizing) throw new RuntimeFinalizedException();
        _ = ThreadState.TryGetCurrent(out var caller);
        return Register(caller, registry.TakeId(), options ?? new InterpreterOptions());
    }

    /// <summary>Finds an interpreter by its id.</summary>
    /// <param name="id">An id from <see cref="InterpreterState.Id"/>.</param>
    /// <returns>The one object that stands for this interpreter.</returns>
    /// <exception cref="InterpreterNotFoundException">No such interpreter was created, or it is closed.</exception>
    public InterpreterState GetInterpreter(InterpreterId id) => registry.Find(id) ?? throw new InterpreterNotFoundException(id);

    private static ExecutionContext CaptureCleanFlow()
    {
        ExecutionContext? flow = null;
        var thread = new Thread(() => flow = ExecutionContext.Capture()) { IsBackground = true };
        thread.UnsafeStart();
        thread.Join();
        return flow!;
    }

    private InterpreterState Register(ThreadState? caller, InterpreterId id, InterpreterOptions options)
    {
        var interp = new InterpreterState(this, id, options);
        try
        {
            interp.Audit("interpreter.create");
            interp.Open(caller);
            Seam?.Point("interpreter.register");
            while (!registry.TryAdd(interp, () => Phase < RuntimePhase.Finalizing && !world.IsStoppedByAnother))
            {
                if (Phase >= RuntimePhase.Finalizing) throw new RuntimeFinalizedException();
                WaitUntilStarted(caller);
            }

            // A hook that was told of it has closed it.
            if (interp.Phase == InterpreterPhase.Closed) throw interp.Unavailable();
        }
        catch
        {
            interp.Abort(caller);
            Unregister(interp);
            throw;
        }

        return interp;
    }

    /// <summary>Waits for as long as another thread has stopped all, outside of the interpreter that the caller is in, which is to be stopped too.</summary>
    private void WaitUntilStarted(ThreadState? caller)
    {
        caller?.Release();
        world.WaitUntilStarted();
        caller?.Reacquire();
    }

    private bool MoveOn(RuntimePhase from, RuntimePhase to) => Interlocked.CompareExchange(ref phase, (int)to, (int)from) == (int)from;
}
