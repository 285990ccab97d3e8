using ExplicitContext.Runtime;
using Thread = System.Threading.Thread;

static class Sleeper
{
    internal static void Sleep(ThreadState tstate, int milliseconds)
    {
        tstate.CheckBreaker();
        Thread.[|Sleep|](milliseconds);
    }
}
