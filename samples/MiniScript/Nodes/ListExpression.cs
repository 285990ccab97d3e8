namespace MiniScript;

internal sealed class ListExpression(int line, IReadOnlyList<Expression> items) : Expression(line)
{
    public override ScriptValue Evaluate(ThreadState tstate, Scope scope)
        => ScriptValue.Wrap(items.Select(item => item.Evaluate(tstate, scope)).ToList());
}
