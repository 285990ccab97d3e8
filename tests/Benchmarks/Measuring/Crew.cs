using System.Runtime.ExceptionServices;

namespace Benchmarks.Measuring;

/// <summary>Threads that do one thing together.</summary>
internal static class Crew
{
    /// <summary>Runs the work on as many threads and waits for all. The first failure is rethrown.</summary>
    public static void Run(int threads, Action<int> work)
    {
        Exception? failure = null;
        var crew = Enumerable.Range(0, threads).Select(index => new Thread(() =>
        {
            try
            {
                work(index);
            }
            catch (Exception error)
            {
                Interlocked.CompareExchange(ref failure, error, null);
            }
        }) { IsBackground = true, Name = $"bench-{index}" }).ToArray();
        foreach (var thread in crew) thread.Start();
        foreach (var thread in crew) thread.Join();
        if (failure is not null) ExceptionDispatchInfo.Throw(failure);
    }
}
