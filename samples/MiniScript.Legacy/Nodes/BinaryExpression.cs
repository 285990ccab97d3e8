namespace MiniScript;

internal sealed class BinaryExpression(int line, string symbol, Expression left, Expression right) : Expression(line)
{
    public override ScriptValue Evaluate(Scope scope)
    {
        Limits.CheckStack();
        var first = left.Evaluate(scope);
        var second = right.Evaluate(scope);
        return symbol switch
        {
            "+" => Operators.Add(first, second),
            "-" => ScriptValue.Of(first.ToNumber() - second.ToNumber()),
            "*" => ScriptValue.Of(first.ToNumber() * second.ToNumber()),
            "/" => Operators.Divide(first, second),
            "%" => Operators.Remainder(first, second),
            "==" => ScriptValue.Of(first.Equals(second)),
            "!=" => ScriptValue.Of(!first.Equals(second)),
            "<" => ScriptValue.Of(Operators.Compare(first, second) < 0),
            "<=" => ScriptValue.Of(Operators.Compare(first, second) <= 0),
            ">" => ScriptValue.Of(Operators.Compare(first, second) > 0),
            _ => ScriptValue.Of(Operators.Compare(first, second) >= 0),
        };
    }
}
