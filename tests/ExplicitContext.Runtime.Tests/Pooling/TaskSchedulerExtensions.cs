namespace ExplicitContext.Runtime.Tests;

internal static class TaskSchedulerExtensions
{
    /// <summary>Starts a task on a scheduler, raw.</summary>
    public static Task Run(this TaskScheduler scheduler, Action action) =>
        Task.Factory.StartNew(action, CancellationToken.None, TaskCreationOptions.None, scheduler);

    /// <inheritdoc cref="Run(TaskScheduler, Action)"/>
    public static Task<T> Run<T>(this TaskScheduler scheduler, Func<T> function) =>
        Task.Factory.StartNew(function, CancellationToken.None, TaskCreationOptions.None, scheduler);
}
