namespace ExplicitContext.Runtime;

/// <summary>
/// Runs tasks inside one interpreter, one at a time, each on whatever thread holds the interpreter's lock for it. Code after an <c>await</c> comes
/// back here, so between two awaits a method has the interpreter to itself, and while it is suspended others have.
/// </summary>
/// <remarks>
/// <para><see cref="InterpreterState.ExecuteAsync{TArg, TResult}"/> uses it. To be used directly, as by
/// <c>Task.Factory.StartNew(action, token, options, interp.Scheduler)</c>, it is the raw way in, as <see cref="InterpreterState.Attach"/> is: objects,
/// exceptions and <see cref="AsyncLocal{T}"/> values pass as they are.</para>
/// <para>Tasks that are queued when the interpreter finalizes still run, on the closing thread, before the exit functions do. Whatever is queued later never
/// runs, so an <c>async</c> method that is suspended then is never resumed. Where <c>ExecuteAsync</c> has started it, the task is faulted; where it was
/// started on the scheduler directly, its task never ends.</para>
/// <para>Threading: all members may be called from any thread.</para>
/// </remarks>
public sealed class InterpreterScheduler : TaskScheduler
{
    private readonly StepPump pump;
    private readonly CancellationToken cancellationToken;

    // The thread that runs one of the tasks just now.
    [GuardedBy("atomic")]
    private Thread? runner;

    [GuardedBy("atomic")]
    private volatile bool isRefused;

    internal InterpreterScheduler(InterpreterState interp, StepPump pump, CancellationToken cancellationToken)
    {
        Interp = interp;
        this.pump = pump;
        this.cancellationToken = cancellationToken;
    }

    /// <summary>The interpreter that the tasks run in.</summary>
    public InterpreterState Interp { get; }

    /// <summary>One: an interpreter runs one thread at a time.</summary>
    public override int MaximumConcurrencyLevel => 1;

    /// <summary>Runs a task. Called by the thread that is attached with the state.</summary>
    internal void RunStep(ThreadState tstate, Task task)
    {
        if (isRefused) return;
        Volatile.Write(ref runner, tstate.Thread);
        try
        {
            Interp.RunStep(tstate, this, task, cancellationToken);
        }
        finally
        {
            Volatile.Write(ref runner, null);
        }
    }

    /// <summary>
    /// Whether the framework may be about to resume a method. Its tasks for that carry as their state what they resume. A scheduler must drop what it cannot
    /// take then: where it throws, the framework ends the process, as after <see cref="Task.Yield"/>, or the exception hits whoever has ended what the method awaits.
    /// </summary>
    internal static bool IsResumption(Task task) => task.AsyncState is not null;

    internal void Execute(Task task) => TryExecuteTask(task);

    /// <summary>The run has been given up: none of its steps runs any more.</summary>
    internal void Refuse() => isRefused = true;

    /// <inheritdoc/>
    /// <exception cref="InterpreterFinalizingException">The interpreter is finalizing or closed. The framework wraps it in a <see cref="TaskSchedulerException"/>.</exception>
    protected override void QueueTask(Task task)
    {
        if ((isRefused || !pump.TryQueue(this, task)) && !IsResumption(task)) throw Interp.Unavailable();
    }

    /// <summary>Only from inside one of the scheduler's own tasks, while that holds the interpreter's lock.</summary>
    /// <param name="task">What could run at once.</param>
    /// <param name="taskWasPreviouslyQueued">Not asked for: a queued task that has run is passed over.</param>
    /// <returns>Whether it has run.</returns>
    protected override bool TryExecuteTaskInline(Task task, bool taskWasPreviouslyQueued) =>
        Volatile.Read(ref runner) == Thread.CurrentThread && Interp.AttachedStateOfThisThread is not null && TryExecuteTask(task);

    /// <summary>The tasks that wait, for debuggers.</summary>
    /// <returns>A snapshot.</returns>
    protected override IEnumerable<Task> GetScheduledTasks() => pump.TasksOf(this);
}
