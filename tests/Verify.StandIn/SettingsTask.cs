using System.Runtime.CompilerServices;

namespace VerifyTests;

/// <summary>A verification under way; converts to a task, so that a test can return it.</summary>
public sealed class SettingsTask
{
    private readonly Task _task;

    internal SettingsTask(Task task) => _task = task;

    public static implicit operator Task(SettingsTask settingsTask) => settingsTask._task;

    public Task ToTask() => _task;

    public TaskAwaiter GetAwaiter() => _task.GetAwaiter();
}
