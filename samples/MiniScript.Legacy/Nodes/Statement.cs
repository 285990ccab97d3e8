namespace MiniScript;

internal abstract class Statement(int line)
{
    public int Line { get; } = line;

    public Completion Run(Scope scope)
    {
        CallStack.Line = Line;
        Limits.CountStep();
        Trace.Raise();
        return Execute(scope);
    }

    protected abstract Completion Execute(Scope scope);
}
