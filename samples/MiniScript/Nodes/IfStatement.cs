namespace MiniScript;

internal sealed class IfStatement(int line, Expression condition, Statement then, Statement? otherwise) : Statement(line)
{
    protected override Completion Execute(ThreadState tstate, Scope scope)
    {
        if (condition.Evaluate(tstate, scope).IsTrue)
            return then.Run(tstate, scope);
        return otherwise?.Run(tstate, scope) ?? Completion.Normal;
    }
}
