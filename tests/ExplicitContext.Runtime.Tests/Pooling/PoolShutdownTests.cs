namespace ExplicitContext.Runtime.Tests;

/// <summary>POL-10 and POL-11: how a pool ends.</summary>
public sealed class PoolShutdownTests : IDisposable
{
    private static readonly PoolShutdownOptions Patient = new() { Timeout = Harness.Patience };

    private readonly RuntimeState runtime = RuntimeState.Initialize();
    private readonly Probe probe = new();

    public void Dispose()
    {
        probe.Blocker.Set();
        runtime.Dispose();
    }

    [Fact]
    public async Task POL_10_ShuttingDownWaitsForAllWork_AndLeavesNothing()
    {
        var pool = runtime.CreatePool(new InterpreterPoolOptions { MaxWorkers = 2 });
        var works = Enumerable.Range(0, 20).Select(i => pool.CallAsync(static (_, i) => i, i)).ToArray();

        Assert.Equal(CloseOutcome.Closed, pool.Shutdown(Patient).Outcome);
        Assert.All(works, work => Assert.True(work.IsCompletedSuccessfully));
        Assert.Equal(190, (await Task.WhenAll(works)).Sum());
        Assert.Equal(0, pool.WorkerCount);
        Assert.True(pool.IsShutDown);
        Assert.Equal([runtime.Main], runtime.Interpreters);
    }

    [Fact]
    public async Task POL_10_ASecondShutdownDoesNothing_AndNoMoreWorkIsTaken()
    {
        var pool = runtime.CreatePool();
        pool.Run(static _ => { });
        pool.Dispose();

        Assert.Equal(CloseOutcome.AlreadyClosed, pool.Shutdown(Patient).Outcome);
        pool.Dispose();
        await pool.DisposeAsync();
        Assert.Throws<ObjectDisposedException>(() => pool.Run(static _ => { }));
        await Assert.ThrowsAsync<ObjectDisposedException>(() => pool.RunAsync(static _ => { }));
        var error = Assert.Throws<TaskSchedulerException>(() => { _ = pool.AsTaskScheduler().Run(() => { }); });
        Assert.IsType<ObjectDisposedException>(error.InnerException);
    }

    [Fact]
    public async Task POL_10_CancellingWhatWaits_DropsThat_AndWhatRunsEnds()
    {
        var pool = runtime.CreatePool(new InterpreterPoolOptions { MaxWorkers = 1 });
        var (runs, waits) = (Blocked(pool), pool.RunAsync(static (_, probe) => probe.Note("ran"), probe));
        var rented = Task.Run(() => pool.Run(static (_, probe) => probe.Note("rented"), probe));
        Harness.Until(() => pool.PendingCount == 2, "both wait");
        var shutdown = pool.ShutdownAsync(Patient with { CancelPending = true });

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waits.WaitAsync(Harness.Patience));
        await Assert.ThrowsAsync<ObjectDisposedException>(() => rented.WaitAsync(Harness.Patience));
        Assert.False(shutdown.IsCompleted);
        probe.Blocker.Set();

        Assert.Equal(CloseOutcome.Closed, (await shutdown.WaitAsync(Harness.Patience)).Outcome);
        Assert.True(runs.IsCompletedSuccessfully);
        Assert.Empty(probe.Notes);
    }

    [Fact]
    public async Task POL_11_WorkThatBlocks_IsListedWhenTheTimeIsUp_AndCanBeWaitedForAgain()
    {
        var pool = runtime.CreatePool(new InterpreterPoolOptions { Name = "readers" });
        var blocked = Blocked(pool);

        var result = pool.Shutdown(new PoolShutdownOptions { Timeout = TimeSpan.FromMilliseconds(20) });
        Assert.Equal(CloseOutcome.Blocked, result.Outcome);
        Assert.Contains("readers 1", Assert.Single(result.Blockers).Name, StringComparison.Ordinal);
        Assert.Equal(1, pool.WorkerCount);
        probe.Blocker.Set();

        Assert.Equal(CloseOutcome.Closed, pool.Shutdown(Patient).Outcome);
        await blocked.WaitAsync(Harness.Patience);
    }

    [Fact]
    public void POL_11_DisposingWithWorkThatBlocks_NamesIt_AndTheThreadThatCalls()
    {
        var pool = runtime.CreatePool(new InterpreterPoolOptions { ShutdownTimeout = TimeSpan.Zero });
        var caller = Harness.Background.Start(() =>
        {
            Thread.CurrentThread.Name = "the caller";
            pool.Run(static (_, probe) =>
            {
                probe.Reached.Set();
                probe.Blocker.Await("the test goes on");
            }, probe);
        });
        probe.Reached.Await("the call runs");

        var error = Assert.Throws<InterpreterCloseBlockedException>(pool.Dispose);
        Assert.Contains("the caller", error.Message, StringComparison.Ordinal);
        probe.Blocker.Set();
        caller.Join();
        pool.Dispose();
    }

    [Fact]
    public async Task POL_11_StoppingEndsWorkThatWaitsOutside_AndWorkThatComputes()
    {
        var pool = runtime.CreatePool(new InterpreterPoolOptions { MaxWorkers = 2 });
        var waits = Blocked(pool);
        var other = new Probe();
        var computes = pool.RunAsync(static (tstate, probe) =>
        {
            probe.Reached.Set();
            while (true) tstate.CheckBreaker();
        }, other);
        other.Reached.Await("the other work computes");
        var line = pool.RunAsync(static _ => { });

        // The one that waits comes back when it is let go, and finds its interpreter closed.
        var shutdown = pool.ShutdownAsync(Patient with { StopRunning = true });
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => line.WaitAsync(Harness.Patience));
        Harness.Until(() => runtime.Interpreters.Count < 3, "an interpreter is closed");
        probe.Blocker.Set();

        Assert.Equal(CloseOutcome.Closed, (await shutdown.WaitAsync(Harness.Patience)).Outcome);
        await Assert.ThrowsAnyAsync<InterpreterFinalizingException>(() => waits.WaitAsync(Harness.Patience));
        await Assert.ThrowsAnyAsync<InterpreterFinalizingException>(() => computes.WaitAsync(Harness.Patience));
        Assert.Equal([runtime.Main], runtime.Interpreters);
    }

    [Fact]
    public async Task POL_10_FromInsideAWorker_ItIsRefused()
    {
        using var pool = runtime.CreatePool();
        await pool.AsTaskScheduler().Run(() =>
        {
            Assert.Throws<InterpreterCloseRefusedException>(() => pool.Shutdown());
            Assert.Throws<InterpreterCloseRefusedException>(() => { _ = pool.ShutdownAsync(); });
            Assert.Throws<InterpreterCloseRefusedException>(pool.Dispose);
        }).WaitAsync(Harness.Patience);

        Assert.False(pool.IsShutDown);
    }

    [Fact]
    public void POL_10_TheThreadThatShutsDown_LeavesItsInterpreterMeanwhile()
    {
        var interp = runtime.CreateInterpreter();
        var pool = runtime.CreatePool();
        var work = Blocked(pool);
        var entered = Harness.Background.Start(() =>
        {
            Harness.Until(() => pool.IsShutDown, "the pool is shutting down");
            interp.Enter(_ => probe.Blocker.Set());
        });
        interp.Enter(tstate =>
        {
            Assert.Equal(CloseOutcome.Closed, pool.Shutdown(Patient).Outcome);
            Assert.True(tstate.IsAttached);
        });

        entered.Join();
        Assert.True(work.IsCompletedSuccessfully);
    }

    [Fact]
    public void POL_10_FailuresOfExitFunctionsAreTold_AndThePoolIsShutDown()
    {
        var pool = runtime.CreatePool(static tstate => tstate.Interp.AtExit(static _ => throw new FormatException("at exit")), new InterpreterPoolOptions { WarmWorkers = 2 });

        var error = Assert.Throws<InterpreterCloseFailedException>(pool.Dispose);
        Assert.Equal(2, error.Errors.Count);
        Assert.Equal(0, pool.WorkerCount);
    }

    [Fact]
    public async Task POL_10_DisposingOfTheRuntimeFirst_EndsThePool()
    {
        var other = RuntimeState.Initialize();
        var pool = other.CreatePool();
        var thread = await pool.CallAsync(static tstate => tstate.Thread.ManagedThreadId).WaitAsync(Harness.Patience);
        other.Dispose();

        Assert.NotEqual(0, thread);
        Assert.True(pool.IsBroken);
        await Assert.ThrowsAsync<BrokenInterpreterPoolException>(() => pool.RunAsync(static _ => { }));
        Assert.Equal(CloseOutcome.Closed, pool.Shutdown(Patient).Outcome);
        Assert.Throws<RuntimeFinalizedException>(() => other.CreatePool());
    }

    [Fact]
    public void POL_10_NobodyElseRunsInAWorkersInterpreter_OrClosesIt()
    {
        using var pool = runtime.CreatePool(new InterpreterPoolOptions { WarmWorkers = 1 });
        var interp = runtime.Interpreters[1];

        Assert.Throws<InterpreterOriginException>(() => interp.Run(static _ => { }));
        Assert.Throws<InterpreterOriginException>(() => interp.Close());
        Assert.Equal(InterpreterOrigin.Host, interp.Origin);
        Assert.Contains(pool.Name, interp.Options.Owner!.Name, StringComparison.Ordinal);
    }

    [Fact]
    public void FIN_18_AfterShuttingDown_TheWorkersThreadsAreGone()
    {
        var pool = runtime.CreatePool(new InterpreterPoolOptions { MaxWorkers = 4 });
        var threads = new List<Thread>();
        var scheduler = pool.AsTaskScheduler();
        using var barrier = new Barrier(4);
        var works = Enumerable.Range(0, 4).Select(_ => scheduler.Run(() =>
        {
            barrier.Meet("the other three");
            lock (threads) threads.Add(Thread.CurrentThread);
        })).ToArray();
        pool.Dispose();

        Assert.All(works, work => Assert.True(work.IsCompletedSuccessfully));
        Harness.Until(() => threads.TrueForAll(thread => !thread.IsAlive), "the threads have ended");
    }

    /// <summary>Work that waits outside of its interpreter.</summary>
    private Task Blocked(InterpreterPool pool)
    {
        var work = pool.RunAsync(static (tstate, probe) =>
        {
            using (tstate.AllowThreads())
            {
                probe.Reached.Set();
                probe.Blocker.Await("the test goes on");
            }
        }, probe);
        probe.Reached.Await("the work waits");
        return work;
    }
}
