namespace MiniScript;

internal sealed class WhileStatement(int line, Expression condition, Block body) : Statement(line)
{
    protected override Completion Execute(Scope scope)
    {
        while (condition.Evaluate(scope).IsTrue)
        {
            var completion = body.Run(scope);
            if (completion == Completion.Return)
                return Completion.Return;
            if (completion == Completion.Break)
                break;
        }

        return Completion.Normal;
    }
}
