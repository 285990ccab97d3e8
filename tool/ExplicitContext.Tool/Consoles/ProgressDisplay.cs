using ExplicitContext.Migration;
using Spectre.Console;

namespace ExplicitContext.Tool.Consoles;

/// <summary>Shows the progress of one piece of work: a bar on a terminal, a line for each step elsewhere.</summary>
internal static class ProgressDisplay
{
    public static Task<T> RunAsync<T>(ToolHost host, Func<IProgress<WorkProgress>, Task<T>> work) =>
        host.ErrorTerminal == TerminalKind.Redirected
            ? work(new PlainProgress(host.Error))
            : host.ErrorTerminal.Console(host.Error).Progress().AutoClear(true).StartAsync(context => work(new BarProgress(context.AddTask("Starting"))));

    private sealed class PlainProgress(TextWriter writer) : IProgress<WorkProgress>
    {
        private readonly Lock gate = new();
        private string? current;

        public void Report(WorkProgress value)
        {
            lock (gate)
            {
                if (value.Activity == current) return;
                current = value.Activity;
                writer.WriteLine(value.Activity);
            }
        }
    }

    private sealed class BarProgress(ProgressTask bar) : IProgress<WorkProgress>
    {
        public void Report(WorkProgress value)
        {
            bar.Description = Markup.Escape(value.Activity);
            bar.IsIndeterminate = value.Total == 0;
            bar.MaxValue = Math.Max(value.Total, 1);
            bar.Value = value.Done;
        }
    }
}
