namespace MiniScript;

internal sealed class ForStatement(int line, string name, Expression items, Block body) : Statement(line)
{
    protected override Completion Execute(Scope scope)
    {
        foreach (var item in Iteration.Of(items.Evaluate(scope)))
        {
            var turn = new Scope(scope);
            turn.Declare(name, item);
            var completion = body.Run(turn);
            if (completion == Completion.Return)
                return Completion.Return;
            if (completion == Completion.Break)
                break;
        }

        return Completion.Normal;
    }
}
