using System.Threading;
using ExplicitContext.Runtime;

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
