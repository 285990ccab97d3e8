namespace MiniScript;

internal sealed class CallExpression(int line, Expression callee, IReadOnlyList<Expression> arguments) : Expression(line)
{
    public override ScriptValue Evaluate(Scope scope)
    {
        Limits.CheckStack();
        var function = callee.Evaluate(scope).ToFunction();
        var values = new ScriptValue[arguments.Count];
        for (var i = 0; i < values.Length; i++)
            values[i] = arguments[i].Evaluate(scope);
        CallStack.Line = Line;
        return function.Call(values);
    }
}
