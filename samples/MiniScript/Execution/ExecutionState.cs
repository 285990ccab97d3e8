using System.Text;

namespace MiniScript;

/// <summary>What one thread does in one engine.</summary>
internal sealed class ExecutionState(ThreadState tstate)
{
    public CallStack CallStack { get; } = new(tstate);

    public CancellationToken Cancellation { get; set; }

    public StringBuilder Scratch { get; } = new();
}
