namespace MiniScript;

internal sealed class ForStatement(int line, string name, Expression items, Block body) : Statement(line)
{
    protected override Completion Execute(ThreadState tstate, Scope scope)
    {
        foreach (var item in Iteration.Of(tstate, items.Evaluate(tstate, scope)))
        {
            var turn = new Scope(scope);
            turn.Declare(name, item);
            var completion = body.Run(tstate, turn);
            if (completion == Completion.Return)
                return Completion.Return;
            if (completion == Completion.Break)
                break;
        }

        return Completion.Normal;
    }
}
