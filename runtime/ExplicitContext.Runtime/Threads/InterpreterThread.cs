using System.Diagnostics;

namespace ExplicitContext.Runtime;

/// <summary>
/// A thread that an interpreter started. It is inside from its first to its last line, and closing the interpreter waits for it, unless it is a
/// daemon: then it learns of the closing at its next attempt to get in, by an <see cref="InterpreterFinalizingException"/>.
/// </summary>
/// <remarks>Threading: may be used from any thread. Source: Python's <c>threading.Thread</c>, <c>threading._shutdown</c>.</remarks>
public sealed class InterpreterThread
{
    private readonly Action<ThreadState> body;

    // Told why the body never ran, for a run whose task would wait for ever; null for an ordinary thread.
    private readonly Action<Exception>? refused;
    private readonly Latch ended;
    private readonly TaskCompletionSource completion = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly StackTrace? stack;

    [GuardedBy("atomic")]
    private volatile bool isDaemon;

    [GuardedBy("atomic")]
    private volatile bool isObserved;

    [GuardedBy("atomic")]
    private volatile Exception? error;

    internal InterpreterThread(InterpreterState interp, Action<ThreadState> body, InterpreterThreadOptions options, Action<Exception>? refused)
    {
        Interp = interp;
        this.body = body;
        this.refused = refused;
        ended = new Latch(interp.Runtime);
        IsDaemon = options.IsDaemon;
        if (interp.Runtime.Options.CaptureStacks) stack = new StackTrace(2, true);
        Thread = new Thread(Main) { IsBackground = true, Name = options.Name ?? $"interpreter {interp.Id} thread" };
    }

    /// <summary>The interpreter.</summary>
    public InterpreterState Interp { get; }

    /// <summary>The operating system thread.</summary>
    public Thread Thread { get; }

    /// <summary>The thread's name.</summary>
    public string Name => Thread.Name!;

    /// <summary>Whether closing the interpreter does not wait for the thread. May change while it runs.</summary>
    /// <exception cref="InterpreterPermissionException">The interpreter's options allow no such threads.</exception>
    public bool IsDaemon
    {
        get => isDaemon;
        set
        {
            if (value) Interp.Demand(InterpreterPermission.DaemonThreads);
            isDaemon = value;
            Interp.Occupants.Recount();
        }
    }

    /// <summary>Ends with the thread: faulted with what it threw, if anything.</summary>
    public Task Completion
    {
        get
        {
            isObserved = true;
            return completion.Task;
        }
    }

    /// <summary>What the thread threw, once it has ended; null where it went well or goes on.</summary>
    public Exception? Error
    {
        get
        {
            isObserved = true;
            return error;
        }
    }

    /// <summary>Whether anybody has asked how the thread ended. Where nobody has, closing tells what it threw.</summary>
    internal bool IsObserved => isObserved;

    /// <summary>Whether this is the thread of a <c>RunAsync</c> or <c>CallAsync</c>, which closing may end.</summary>
    internal bool IsRun => refused is not null;

    /// <summary>Whether the thread only carries one call for a caller outside, whose thread it then is: no permission or limit of the interpreter's holds for it.</summary>
    internal bool IsCallers => refused is not null;

    internal CloseBlocker Blocker => new(CloseBlockerKind.Thread, $"'{Name}' ({Thread.ManagedThreadId})", stack);

    /// <summary>Waits for the thread's end, from outside of all interpreters or from inside one, whose lock is released meanwhile.</summary>
    /// <param name="timeout">How long; <see cref="Timeout.InfiniteTimeSpan"/> for ever.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <returns>False where the time was up first.</returns>
    /// <exception cref="OperationCanceledException">The token was cancelled first.</exception>
    [ContextEntry]
    public bool Join(TimeSpan timeout, CancellationToken cancellationToken = default) =>
        ThreadState.TryGetCurrent(out var tstate) ? Join(tstate, timeout, cancellationToken) : JoinOutside(timeout, cancellationToken);

    /// <summary>Waits for the thread's end, with the interpreter's lock released meanwhile.</summary>
    /// <param name="tstate">The calling thread's state.</param>
    /// <param name="timeout">How long; <see cref="Timeout.InfiniteTimeSpan"/> for ever.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <returns>False where the time was up first.</returns>
    /// <exception cref="OperationCanceledException">The token was cancelled first.</exception>
    /// <exception cref="InterpreterFinalizingException">The interpreter was closed meanwhile.</exception>
    public bool Join(ThreadState tstate, TimeSpan timeout, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(tstate);
        using (tstate.AllowThreads()) return JoinOutside(timeout, cancellationToken);
    }

    internal void Start()
    {
        Interp.Seam?.Point("thread.start");
        Interp.Occupants.Add(this);
        Interp.Seam?.Starting(Thread);
        try
        {
            Thread.UnsafeStart();
        }
        catch
        {
            Interp.Occupants.Remove(this, hasFailed: false);
            throw;
        }

        Interp.Seam?.Point("thread.started");
    }

    private void Run(ThreadState tstate)
    {
        var isMetered = tstate.BeginMetering();
        try
        {
            body(tstate);
        }
        finally
        {
            if (isMetered) tstate.EndMetering();
        }
    }

    /// <summary>Disposes of the thread's module state after a failure, which is the one to be told.</summary>
    private static void EndQuietly(ThreadState tstate)
    {
        try
        {
            tstate.EndSlots();
        }
        catch (AggregateException)
        {
        }
    }

    private bool JoinOutside(TimeSpan timeout, CancellationToken cancellationToken)
    {
        isObserved = true;
        return ended.Wait(Deadline.After(timeout, Interp.Runtime.Clock), cancellationToken);
    }

    private void Main()
    {
        Interp.Seam?.Started();
        try
        {
            AttachScope scope;
            ThreadState? tstate;
            try
            {
                Interp.AttachFrom(null, isMember: true, Deadline.Never, CancellationToken.None, out scope, out tstate);
            }
            catch (Exception reason)
            {
                refused?.Invoke(reason);
                throw;
            }

            try
            {
                Run(tstate!);
                tstate!.EndSlots();
            }
            catch
            {
                EndQuietly(tstate!);
                InterpreterState.LeaveQuietly(scope);
                throw;
            }

            scope.Dispose();
        }
        catch (Exception thrown)
        {
            error = thrown;
        }

        Interp.Seam?.Point("thread.ending");

        // That a daemon was sent home is how it is meant to end, and news to nobody.
        Interp.Occupants.Remove(this, hasFailed: error is not null && !(error is InterpreterFinalizingException { Interpreter: var id } && id == Interp.Id));
        Interp.Seam?.Point("thread.gone");
        ended.Set();
        if (error is null) completion.SetResult();
        else completion.SetException(error);
        Interp.Seam?.Ended();
    }
}
