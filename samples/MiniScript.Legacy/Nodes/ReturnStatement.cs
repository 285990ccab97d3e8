namespace MiniScript;

internal sealed class ReturnStatement(int line, Expression? value) : Statement(line)
{
    protected override Completion Execute(Scope scope)
    {
        CallStack.Result = value?.Evaluate(scope) ?? ScriptValue.Nil;
        return Completion.Return;
    }
}
