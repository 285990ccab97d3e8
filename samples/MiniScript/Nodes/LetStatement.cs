namespace MiniScript;

internal sealed class LetStatement(int line, string name, Expression value) : Statement(line)
{
    protected override Completion Execute(ThreadState tstate, Scope scope)
    {
        scope.Declare(name, value.Evaluate(tstate, scope));
        return Completion.Normal;
    }
}
