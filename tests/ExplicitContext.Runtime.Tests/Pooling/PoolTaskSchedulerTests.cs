namespace ExplicitContext.Runtime.Tests;

/// <summary>POL-14: a pool as a task scheduler.</summary>
public sealed class PoolTaskSchedulerTests : IDisposable
{
    private readonly RuntimeState runtime = RuntimeState.Initialize();

    public void Dispose() => runtime.Dispose();

    [Fact]
    public async Task POL_14_TasksRunInsideTheWorkersInterpreters_AndFailuresPassAsTheyAre()
    {
        using var pool = runtime.CreatePool(new InterpreterPoolOptions { MaxWorkers = 2 });
        var scheduler = pool.AsTaskScheduler();
        var error = new FormatException();

        Assert.Equal(2, scheduler.MaximumConcurrencyLevel);
        Assert.NotEqual(InterpreterId.Main, await scheduler.Run(() => ThreadState.Current.Interp.Id).WaitAsync(Harness.Patience));
        Assert.Same(error, await Assert.ThrowsAsync<FormatException>(() => scheduler.Run(() => throw error).WaitAsync(Harness.Patience)));
    }

    [Fact]
    public async Task POL_14_WhatComesAfterAnAwaitRunsInAWorkerAgain()
    {
        using var pool = runtime.CreatePool();
        var isInside = await pool.AsTaskScheduler().Run(async () =>
        {
            await Task.Yield();
            var first = ThreadState.TryGetCurrent(out _);
            await Task.Delay(1);
            return first && ThreadState.TryGetCurrent(out _);
        }).Unwrap().WaitAsync(Harness.Patience);

        Assert.True(isInside);
    }

    [Fact]
    public async Task POL_14_ATaskThatWaitsForAnother_RunsItInPlace_WhereNoWorkerIsLeft()
    {
        using var pool = runtime.CreatePool(new InterpreterPoolOptions { MaxWorkers = 1 });
        var scheduler = pool.AsTaskScheduler();

        Assert.Equal(5, await scheduler.Run(() => scheduler.Run(() => 5).Result).WaitAsync(Harness.Patience));
        Assert.Equal(1, pool.WorkerCount);
    }

    [Fact]
    public void POL_14_ParallelLoopsRunOnIt()
    {
        using var pool = runtime.CreatePool(new InterpreterPoolOptions { MaxWorkers = 2 });
        var outside = 0;
        Parallel.For(0, 100, new ParallelOptions { TaskScheduler = pool.AsTaskScheduler() }, _ =>
        {
            if (!ThreadState.TryGetCurrent(out var tstate) || tstate.Interp == runtime.Main) Interlocked.Increment(ref outside);
        });

        Assert.Equal(0, outside);
        Assert.InRange(pool.WorkerCount, 1, 2);
    }

    [Fact]
    public async Task POL_14_TasksOfOneInterpreterExclude_AndTasksOfDifferentOnesDoNot()
    {
        using var pool = runtime.CreatePool(new InterpreterPoolOptions { MaxWorkers = 2 });
        using var barrier = new Barrier(2);
        var scheduler = pool.AsTaskScheduler();

        await Task.WhenAll(scheduler.Run(() => barrier.Meet("the other")), scheduler.Run(() => barrier.Meet("the other"))).WaitAsync(Harness.Patience);
        Assert.Equal(2, pool.WorkerCount);
    }

    [Fact]
    public async Task POL_10_ShuttingDownWaitsForWhatATaskQueues()
    {
        var pool = runtime.CreatePool(new InterpreterPoolOptions { MaxWorkers = 1 });
        using var reached = new ManualResetEventSlim();
        var work = pool.AsTaskScheduler().Run(async () =>
        {
            reached.Set();
            Harness.Until(() => pool.IsShutDown, "somebody shuts down");
            for (var i = 0; i < 10; i++) await Task.Yield();
            return 3;
        }).Unwrap();
        reached.Await("it runs");

        Assert.Equal(CloseOutcome.Closed, pool.Shutdown(new PoolShutdownOptions { Timeout = Harness.Patience }).Outcome);
        Assert.Equal(3, await work.WaitAsync(Harness.Patience));
    }

    [Fact]
    public async Task POL_10_WhatYieldsTooLate_IsDropped_AndHarmsNobody()
    {
        var pool = runtime.CreatePool(new InterpreterPoolOptions { MaxWorkers = 1 });
        using var reached = new ManualResetEventSlim();
        using var go = new ManualResetEventSlim();
        var resumed = false;
        _ = pool.AsTaskScheduler().Run(async () =>
        {
            reached.Set();
            go.Await("the pool is stopping");
            await Task.Yield();
            resumed = true;
        });
        reached.Await("it runs");
        var shutdown = pool.ShutdownAsync(new PoolShutdownOptions { Timeout = Harness.Patience, StopRunning = true });
        Harness.Until(() => pool.IsShutDown, "the pool is stopping");
        go.Set();

        Assert.Equal(CloseOutcome.Closed, (await shutdown.WaitAsync(Harness.Patience)).Outcome);
        Assert.False(resumed);
    }
}
