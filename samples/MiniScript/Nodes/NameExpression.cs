namespace MiniScript;

internal sealed class NameExpression(int line, string name) : Expression(line)
{
    public string Name => name;

    public override ScriptValue Evaluate(ThreadState tstate, Scope scope) => scope.Get(tstate, name);
}
