namespace MiniScript;

internal sealed class IndexExpression(int line, Expression target, Expression index) : Expression(line)
{
    public override ScriptValue Evaluate(Scope scope)
    {
        Limits.CheckStack();
        var indexed = target.Evaluate(scope);
        var position = index.Evaluate(scope);
        if (indexed.Kind == ScriptKind.Text)
        {
            var text = indexed.ToText();
            return ScriptValue.Of(text[Operators.Index(position, text.Length)].ToString());
        }

        var items = indexed.ToItems();
        return items[Operators.Index(position, items.Count)];
    }

    public void Assign(Scope scope, ScriptValue value)
    {
        var items = target.Evaluate(scope).ToItems();
        items[Operators.Index(index.Evaluate(scope), items.Count)] = value;
    }
}
