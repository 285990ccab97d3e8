using ExplicitContext.Migration;
using Spectre.Console;

namespace ExplicitContext.Tool.Scan;

/// <summary>Shows progress: a moving bar on a terminal, a line a step elsewhere.</summary>
internal sealed class ScanProgress(ToolHost host)
{
    public Task<T> WatchAsync<T>(Func<IProgress<WorkProgress>, Task<T>> work) =>
        host.IsInteractive
            ? host.Tables(host.Error).Progress().AutoClear(true).StartAsync(context => work(new Bar(context.AddTask("Starting"))))
            : work(new Lines(host.Error));

    private sealed class Bar(ProgressTask task) : IProgress<WorkProgress>
    {
        public void Report(WorkProgress value)
        {
            task.Description = Markup.Escape(value.Activity);
            task.IsIndeterminate = value.Total == 0;
            task.MaxValue = Math.Max(1, value.Total);
            task.Value = value.Done;
        }
    }

    private sealed class Lines(TextWriter writer) : IProgress<WorkProgress>
    {
        public void Report(WorkProgress value) => writer.WriteLine(value.Total == 0 ? value.Activity : $"{value.Activity} ({value.Done}/{value.Total})");
    }
}
