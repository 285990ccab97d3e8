namespace MiniScript;

/// <summary>Tells whoever listens which line is being executed.</summary>
internal sealed class Trace
{
    public event Action<string>? Stepped;

    public void Raise(ThreadState tstate)
        => Stepped?.Invoke($"[{tstate.Interp.Id}] {tstate.CallStack().ScriptName}:{tstate.CallStack().Line}");
}
