namespace MiniScript;

internal sealed class UnaryExpression(int line, string symbol, Expression operand) : Expression(line)
{
    public override ScriptValue Evaluate(ThreadState tstate, Scope scope)
    {
        var value = operand.Evaluate(tstate, scope);
        return symbol == "not" ? ScriptValue.Of(!value.IsTrue) : ScriptValue.Of(-value.ToNumber(tstate));
    }
}
