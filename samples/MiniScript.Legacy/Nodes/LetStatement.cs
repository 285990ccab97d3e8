namespace MiniScript;

internal sealed class LetStatement(int line, string name, Expression value) : Statement(line)
{
    protected override Completion Execute(Scope scope)
    {
        scope.Declare(name, value.Evaluate(scope));
        return Completion.Normal;
    }
}
