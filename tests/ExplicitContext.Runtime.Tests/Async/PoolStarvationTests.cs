namespace ExplicitContext.Runtime.Tests;

/// <summary>STR-11: asynchronous code goes on where the thread pool cannot. Alone, because the pool belongs to the process.</summary>
[Collection(nameof(PoolStarvationTests))]
[CollectionDefinition(nameof(PoolStarvationTests), DisableParallelization = true)]
public sealed class PoolStarvationTests
{
    private static int Available
    {
        get
        {
            ThreadPool.GetAvailableThreads(out var workers, out _);
            return workers;
        }
    }

    [Fact]
    public void STR_11_RUN_29_WithAllPoolThreadsBlocked_AsynchronousCodeStillRuns()
    {
        using var runtime = RuntimeState.Initialize();
        var release = new ManualResetEventSlim();
        ThreadPool.GetMaxThreads(out var workers, out var ports);
        ThreadPool.GetMinThreads(out var fewest, out var fewestPorts);
        var most = Math.Max(fewest, ThreadPool.ThreadCount) + 1;
        Assert.True(ThreadPool.SetMaxThreads(most, ports));

        // So that the pool starts them at once, instead of one every half a second.
        Assert.True(ThreadPool.SetMinThreads(most, fewestPorts));
        try
        {
            for (var i = 0; i < most; i++) ThreadPool.UnsafeQueueUserWorkItem(_ => release.Wait(), null);
            Harness.Until(() => Available == 0, "all threads of the pool are blocked");
            var run = runtime.CreateInterpreter().ExecuteAsync(static async (_, _) =>
            {
                for (var i = 0; i < 10; i++) await Task.Yield();
                return 5;
            });

            Harness.Until(() => run.IsCompleted, "the code has run");
            Assert.Equal(TaskStatus.RanToCompletion, run.Status);
            Assert.Equal(0, Available);
        }
        finally
        {
            release.Set();
            ThreadPool.SetMaxThreads(workers, ports);
            ThreadPool.SetMinThreads(fewest, fewestPorts);
        }
    }
}
