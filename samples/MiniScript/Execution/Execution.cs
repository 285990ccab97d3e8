using System.Text;

namespace MiniScript;

/// <summary>What one thread does in one engine: <c>tstate.Execution()</c>.</summary>
[PerThread]
internal sealed partial class Execution
{
    public CancellationToken Cancellation { get; set; }

    public StringBuilder Scratch { get; } = new();
}
