using ExplicitContext.Runtime;

class Host
{
    private static readonly object Gate = new();

    internal void Run(InterpreterState interp)
    {
        lock (Gate)
        {
            interp.[|Run|](static tstate => tstate.CheckBreaker());
        }
    }
}
