namespace MiniScript;

internal sealed class IfStatement(int line, Expression condition, Statement then, Statement? otherwise) : Statement(line)
{
    protected override Completion Execute(Scope scope)
    {
        if (condition.Evaluate(scope).IsTrue)
            return then.Run(scope);
        return otherwise?.Run(scope) ?? Completion.Normal;
    }
}
