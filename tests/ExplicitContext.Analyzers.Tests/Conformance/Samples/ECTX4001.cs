using System.Threading.Tasks;
using ExplicitContext.Runtime;

static class Waiter
{
    internal static async Task Wait(ThreadState tstate)
    {
        tstate.CheckBreaker();
        await Task.Yield();
        [|tstate|].CheckBreaker();
    }
}
