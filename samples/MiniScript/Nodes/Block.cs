namespace MiniScript;

internal sealed class Block(int line, IReadOnlyList<Statement> statements) : Statement(line)
{
    /// <summary>Runs the statements in the scope that is given, not in one of their own.</summary>
    public Completion RunIn(ThreadState tstate, Scope scope)
    {
        for (var i = 0; i < statements.Count; i++)
        {
            var completion = statements[i].Run(tstate, scope);
            if (completion != Completion.Normal)
                return completion;
        }

        return Completion.Normal;
    }

    protected override Completion Execute(ThreadState tstate, Scope scope) => RunIn(tstate, new Scope(scope));
}
