namespace MiniScript;

internal sealed class ExpressionStatement(int line, Expression expression) : Statement(line)
{
    protected override Completion Execute(Scope scope)
    {
        expression.Evaluate(scope);
        return Completion.Normal;
    }
}
