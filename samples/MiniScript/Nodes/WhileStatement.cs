namespace MiniScript;

internal sealed class WhileStatement(int line, Expression condition, Block body) : Statement(line)
{
    protected override Completion Execute(ThreadState tstate, Scope scope)
    {
        while (condition.Evaluate(tstate, scope).IsTrue)
        {
            var completion = body.Run(tstate, scope);
            if (completion == Completion.Return)
                return Completion.Return;
            if (completion == Completion.Break)
                break;
        }

        return Completion.Normal;
    }
}
