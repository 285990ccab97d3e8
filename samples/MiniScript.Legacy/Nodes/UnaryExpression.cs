namespace MiniScript;

internal sealed class UnaryExpression(int line, string symbol, Expression operand) : Expression(line)
{
    public override ScriptValue Evaluate(Scope scope)
    {
        var value = operand.Evaluate(scope);
        return symbol == "not" ? ScriptValue.Of(!value.IsTrue) : ScriptValue.Of(-value.ToNumber());
    }
}
