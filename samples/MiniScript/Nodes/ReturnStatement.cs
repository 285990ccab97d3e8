namespace MiniScript;

internal sealed class ReturnStatement(int line, Expression? value) : Statement(line)
{
    protected override Completion Execute(ThreadState tstate, Scope scope)
    {
        tstate.CallStack().Result = value?.Evaluate(tstate, scope) ?? ScriptValue.Nil;
        return Completion.Return;
    }
}
