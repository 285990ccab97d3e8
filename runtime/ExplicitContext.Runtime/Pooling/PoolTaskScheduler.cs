namespace ExplicitContext.Runtime;

/// <summary>Runs tasks inside the interpreters of a pool.</summary>
internal sealed class PoolTaskScheduler(InterpreterPool pool) : TaskScheduler
{
    /// <inheritdoc/>
    public override int MaximumConcurrencyLevel => pool.MaxWorkers;

    public void Execute(Task task) => TryExecuteTask(task);

    /// <inheritdoc/>
    protected override void QueueTask(Task task)
    {
        try
        {
            pool.Submit(new PoolTask(this, task));
        }
        catch (Exception error) when (error is ObjectDisposedException or BrokenInterpreterPoolException && InterpreterScheduler.IsResumption(task))
        {
            // Dropped, because it must not throw.
        }
    }

    /// <summary>Only from inside one of the pool's interpreters, such as where a task waits for another one that no worker has begun.</summary>
    /// <returns>Whether it has run.</returns>
    protected override bool TryExecuteTaskInline(Task task, bool taskWasPreviouslyQueued) => pool.IsInsideOne && TryExecuteTask(task);

    /// <inheritdoc/>
    protected override IEnumerable<Task> GetScheduledTasks() => pool.TasksOf(this);
}
