using System.Threading.Tasks;
using ExplicitContext.Runtime;

static class Starter
{
    internal static Task Start(ThreadState tstate) => Task.Run(() => [|tstate|].CheckBreaker());
}
