using ExplicitContext.Runtime;
using Thread = System.Threading.Thread;

static class Sleeper
{
    internal static void Sleep(ThreadState tstate)
    {
        using (tstate.AllowThreads())
        {
            Thread.Sleep(1);
            [|tstate|].CheckBreaker();
        }
    }
}
