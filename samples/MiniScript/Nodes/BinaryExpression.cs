namespace MiniScript;

internal sealed class BinaryExpression(int line, string symbol, Expression left, Expression right) : Expression(line)
{
    public override ScriptValue Evaluate(ThreadState tstate, Scope scope)
    {
        Limits.CheckStack(tstate);
        var first = left.Evaluate(tstate, scope);
        var second = right.Evaluate(tstate, scope);
        return symbol switch
        {
            "+" => Operators.Add(tstate, first, second),
            "-" => ScriptValue.Of(first.ToNumber(tstate) - second.ToNumber(tstate)),
            "*" => ScriptValue.Of(first.ToNumber(tstate) * second.ToNumber(tstate)),
            "/" => Operators.Divide(tstate, first, second),
            "%" => Operators.Remainder(tstate, first, second),
            "==" => ScriptValue.Of(first.Equals(second)),
            "!=" => ScriptValue.Of(!first.Equals(second)),
            "<" => ScriptValue.Of(Operators.Compare(tstate, first, second) < 0),
            "<=" => ScriptValue.Of(Operators.Compare(tstate, first, second) <= 0),
            ">" => ScriptValue.Of(Operators.Compare(tstate, first, second) > 0),
            _ => ScriptValue.Of(Operators.Compare(tstate, first, second) >= 0),
        };
    }
}
