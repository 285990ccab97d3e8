namespace MiniScript;

internal sealed class Literal(int line, ScriptValue value) : Expression(line)
{
    public override ScriptValue Evaluate(ThreadState tstate, Scope scope) => value;
}
