using System.Threading;
using ExplicitContext.Runtime;

static class Sleeper
{
    internal static void Sleep(ThreadState tstate, int milliseconds)
    {
        tstate.CheckBreaker();
        Thread.[|Sleep|](milliseconds);
    }
}
