namespace MiniScript;

internal sealed class FunctionExpression(
    int line, string name, string scriptName, IReadOnlyList<string> parameters, Block body) : Expression(line)
{
    public string Name => name;

    public string ScriptName => scriptName;

    public IReadOnlyList<string> Parameters => parameters;

    public Block Body => body;

    public override ScriptValue Evaluate(ThreadState tstate, Scope scope) => ScriptValue.Wrap(new Closure(this, scope));
}
