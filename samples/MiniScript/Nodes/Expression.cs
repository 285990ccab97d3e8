namespace MiniScript;

internal abstract class Expression(int line)
{
    public int Line { get; } = line;

    public abstract ScriptValue Evaluate(ThreadState tstate, Scope scope);
}
