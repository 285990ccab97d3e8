namespace MiniScript;

/// <summary>Evaluates its right side only where the left one does not decide.</summary>
internal sealed class LogicalExpression(int line, string symbol, Expression left, Expression right) : Expression(line)
{
    public override ScriptValue Evaluate(ThreadState tstate, Scope scope)
    {
        Limits.CheckStack(tstate);
        var value = left.Evaluate(tstate, scope);
        return value.IsTrue == (symbol == "or") ? value : right.Evaluate(tstate, scope);
    }
}
