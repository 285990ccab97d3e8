namespace MiniScript;

internal abstract class Statement(int line)
{
    public int Line { get; } = line;

    public Completion Run(ThreadState tstate, Scope scope)
    {
        tstate.CallStack().Line = Line;
        Limits.CountStep(tstate);
        tstate.Interp.EngineState().Trace.Raise(tstate);
        return Execute(tstate, scope);
    }

    protected abstract Completion Execute(ThreadState tstate, Scope scope);
}
