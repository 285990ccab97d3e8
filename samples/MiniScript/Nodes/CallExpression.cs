namespace MiniScript;

internal sealed class CallExpression(int line, Expression callee, IReadOnlyList<Expression> arguments) : Expression(line)
{
    public override ScriptValue Evaluate(ThreadState tstate, Scope scope)
    {
        Limits.CheckStack(tstate);
        var function = callee.Evaluate(tstate, scope).ToFunction(tstate);
        var values = new ScriptValue[arguments.Count];
        for (var i = 0; i < values.Length; i++)
            values[i] = arguments[i].Evaluate(tstate, scope);
        tstate.CallStack().Line = Line;
        return function.Call(tstate, values);
    }
}
