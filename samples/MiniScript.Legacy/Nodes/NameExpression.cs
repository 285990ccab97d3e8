namespace MiniScript;

internal sealed class NameExpression(int line, string name) : Expression(line)
{
    public string Name => name;

    public override ScriptValue Evaluate(Scope scope) => scope.Get(name);
}
