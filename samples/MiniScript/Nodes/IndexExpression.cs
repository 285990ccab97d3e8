namespace MiniScript;

internal sealed class IndexExpression(int line, Expression target, Expression index) : Expression(line)
{
    public override ScriptValue Evaluate(ThreadState tstate, Scope scope)
    {
        Limits.CheckStack(tstate);
        var indexed = target.Evaluate(tstate, scope);
        var position = index.Evaluate(tstate, scope);
        if (indexed.Kind == ScriptKind.Text)
        {
            var text = indexed.ToText(tstate);
            return ScriptValue.Of(text[Operators.Index(tstate, position, text.Length)].ToString());
        }

        var items = indexed.ToItems(tstate);
        return items[Operators.Index(tstate, position, items.Count)];
    }

    public void Assign(ThreadState tstate, Scope scope, ScriptValue value)
    {
        var items = target.Evaluate(tstate, scope).ToItems(tstate);
        items[Operators.Index(tstate, index.Evaluate(tstate, scope), items.Count)] = value;
    }
}
