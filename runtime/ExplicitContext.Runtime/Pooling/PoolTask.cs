namespace ExplicitContext.Runtime;

/// <summary>A task that a worker runs.</summary>
internal sealed class PoolTask(PoolTaskScheduler scheduler, Task task) : PoolItem
{
    public PoolTaskScheduler Scheduler => scheduler;

    public Task Task => task;

    /// <inheritdoc/>
    public override void Execute(PoolWorker worker)
    {
        try
        {
            worker.Run(
                null,
                static (_, step) =>
                {
                    step.scheduler.Execute(step.task);
                    return true;
                },
                (scheduler, task),
                CancellationToken.None);
        }
        catch (InterpreterException error)
        {
            Refuse(error);
        }
    }

    /// <inheritdoc/>
    public override void Complete()
    {
    }

    /// <inheritdoc/>
    /// <remarks>The framework has no way to end a task that its scheduler does not run.</remarks>
    public override void Refuse(Exception error)
    {
    }
}
