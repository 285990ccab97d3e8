namespace MiniScript;

internal sealed class ExpressionStatement(int line, Expression expression) : Statement(line)
{
    protected override Completion Execute(ThreadState tstate, Scope scope)
    {
        expression.Evaluate(tstate, scope);
        return Completion.Normal;
    }
}
