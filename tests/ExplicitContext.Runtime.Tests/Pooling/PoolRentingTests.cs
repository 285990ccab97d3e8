namespace ExplicitContext.Runtime.Tests;

/// <summary>POL-15 and POL-14: calls on the calling thread, waiting in line, and cancelling.</summary>
public sealed class PoolRentingTests : IDisposable
{
    private readonly RuntimeState runtime = RuntimeState.Initialize();
    private readonly Probe probe = new();

    public void Dispose()
    {
        probe.Blocker.Set();
        runtime.Dispose();
    }

    [Fact]
    public void POL_15_WarmWorkersAreReady_AndACallTakesOneAndGivesItBack()
    {
        using var pool = runtime.CreatePool(
            static (_, probe) => probe.Note($"init on {Environment.CurrentManagedThreadId}"), probe, new InterpreterPoolOptions { WarmWorkers = 2 });
        Assert.Equal((2, 2), (pool.WorkerCount, pool.IdleCount));
        var here = $"init on {Environment.CurrentManagedThreadId}";
        Assert.Equal([here, here], probe.Notes);

        var first = pool.Call(static tstate => tstate.Interp.Id);
        Assert.Equal(first, pool.Call(static tstate => tstate.Interp.Id));
        Assert.Equal((2, 2), (pool.WorkerCount, pool.IdleCount));
    }

    [Fact]
    public void POL_15_AWarmCall_TakesNoLockOfTheRuntime_AndAllocatesNothing()
    {
        var census = new LockCensus();
        using var other = RuntimeState.Initialize(new RuntimeOptions { LockObserver = census });
        using var pool = other.CreatePool(new InterpreterPoolOptions { WarmWorkers = 1 });
        for (var i = 0; i < 100; i++) pool.Call(static (_, x) => x, i);
        census.Clear();
        var before = GC.GetAllocatedBytesForCurrentThread();
        var sum = 0;
        for (var i = 0; i < 1000; i++) sum += pool.Call(static (_, x) => x, i);

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 1000);
        Assert.Equal(499_500, sum);
        Assert.Equal((0, 0), (census[LockRank.Runtime], census[LockRank.Interpreter]));
    }

    [Fact]
    public void POL_15_WhoWaitsIsServedInTheOrderOfArrival_CallersAndSubmittedWorkAlike()
    {
        using var pool = runtime.CreatePool(new InterpreterPoolOptions { MaxWorkers = 1 });
        Block(pool);
        var waiting = new List<Harness.Background>();
        var submitted = new List<Task>();
        for (var i = 0; i < 6; i++)
        {
            var note = (probe, $"{i}");
            if (i % 2 == 0) waiting.Add(Harness.Background.Start(() => pool.Run(static (_, note) => note.probe.Note(note.Item2), note)));
            else submitted.Add(pool.RunAsync(static (_, note) => note.probe.Note(note.Item2), note));
            var n = i + 1;
            Harness.Until(() => pool.PendingCount == n, "it waits");
        }

        probe.Blocker.Set();
        waiting.ForEach(thread => thread.Join());
        Harness.Until(() => submitted.TrueForAll(work => work.IsCompleted), "the work ends");
        Assert.Equal(["0", "1", "2", "3", "4", "5"], probe.Notes);
    }

    [Fact]
    public void POL_15_WhoWaits_HasLeftItsInterpreter()
    {
        using var pool = runtime.CreatePool(new InterpreterPoolOptions { MaxWorkers = 1 });
        var interp = runtime.CreateInterpreter();
        Block(pool);
        var waiter = Harness.Background.Start(() => interp.Enter(tstate =>
        {
            pool.Run(static _ => { });
            Assert.True(tstate.IsAttached);
        }));
        Harness.Until(() => pool.PendingCount == 1, "it waits");

        Assert.True(interp.TryAttach(Harness.Patience, out var scope, out _));
        scope.Dispose();
        probe.Blocker.Set();
        waiter.Join();
    }

    [Fact]
    public void POL_15_WhoseInterpreterClosesMeanwhile_WaitsNoLonger()
    {
        using var pool = runtime.CreatePool(new InterpreterPoolOptions { MaxWorkers = 1 });
        var interp = runtime.CreateInterpreter();
        Block(pool);
        var waiter = Harness.Background.Start(() =>
        {
            var scope = interp.Attach(out _);
            Assert.ThrowsAny<InterpreterFinalizingException>(() => pool.Run(static (_, probe) => probe.Note("ran"), probe));
            scope.Dispose();
        });
        Harness.Until(() => pool.PendingCount == 1, "it waits");
        interp.Close(new CloseOptions { StopRunning = true });
        waiter.Join();
        Assert.Equal(0, pool.PendingCount);
        probe.Blocker.Set();

        pool.Run(static _ => { });
        Harness.Until(() => pool.IdleCount == 1, "the worker is idle");
        Assert.Empty(probe.Notes);
    }

    [Fact]
    public async Task POL_15_CallsNest_EachInAnInterpreterOfItsOwn()
    {
        using var pool = runtime.CreatePool(new InterpreterPoolOptions { MaxWorkers = 3 });
        var scheduler = pool.AsTaskScheduler();
        var ids = await scheduler.Run(() =>
        {
            var outer = ThreadState.Current;
            var inner = pool.Call(static tstate => tstate.Interp.Id);
            Assert.True(outer.IsAttached);
            return (outer.Interp.Id, inner);
        }).WaitAsync(Harness.Patience);

        Assert.NotEqual(ids.Id, ids.inner);
        Assert.Equal(2, pool.WorkerCount);
    }

    [Fact]
    public async Task POL_14_WorkThatWaits_IsCancelledAtOnce()
    {
        using var pool = runtime.CreatePool(new InterpreterPoolOptions { MaxWorkers = 1 });
        Block(pool);
        using var source = new CancellationTokenSource();
        var submitted = pool.RunAsync(static (_, probe) => probe.Note("ran"), probe, source.Token);
        var rented = Task.Run(() => pool.Run(static (_, probe) => probe.Note("ran"), probe, source.Token));
        Harness.Until(() => pool.PendingCount == 2, "both wait");
        source.Cancel();

        var error = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => submitted.WaitAsync(Harness.Patience));
        Assert.Equal(source.Token, error.CancellationToken);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => rented.WaitAsync(Harness.Patience));
        Assert.Equal(0, pool.PendingCount);
        probe.Blocker.Set();
        pool.Run(static _ => { });
        Assert.Empty(probe.Notes);
    }

    [Fact]
    public async Task POL_14_WorkThatRuns_IsCancelledAtItsNextCheck_AndTheWorkerSurvives()
    {
        using var pool = runtime.CreatePool(new InterpreterPoolOptions { MaxWorkers = 1 });
        using var source = new CancellationTokenSource();
        var work = pool.RunAsync(static (tstate, probe) =>
        {
            probe.Reached.Set();
            while (true) tstate.CheckBreaker();
        }, probe, source.Token);
        probe.Reached.Await("it runs");
        source.Cancel();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => work.WaitAsync(Harness.Patience));
        Assert.True(work.IsCanceled);
        Assert.Equal(1, await pool.CallAsync(static _ => 1).WaitAsync(Harness.Patience));
        Assert.Equal(1, pool.WorkerCount);
        Assert.True(pool.RunAsync(static _ => { }, source.Token).IsCanceled);
        Assert.ThrowsAny<OperationCanceledException>(() => pool.Run(static _ => { }, source.Token));
    }

    [Fact]
    public void POL_15_UnderLoad_NoInterpreterIsEverHadByTwo_AndNothingIsLost()
    {
        using var pool = runtime.CreatePool(new InterpreterPoolOptions { MaxWorkers = 3 });
        var results = new long[8];
        Harness.InParallel([.. Enumerable.Range(0, 8).Select<int, Action>(n => () =>
        {
            for (var i = 0; i < 300; i++)
            {
                results[n] += n % 2 == 0
                    ? pool.Call(Count)
                    : pool.CallAsync(Count).WaitAsync(Harness.Patience).GetAwaiter().GetResult();
            }
        })]);

        Assert.All(results, result => Assert.Equal(300, result));
        Harness.Until(() => pool.IdleCount == pool.WorkerCount, "all are idle");
        Assert.InRange(pool.WorkerCount, 1, 3);

        static long Count(ThreadState tstate)
        {
            var isAlone = !tstate.Interp.Variables.TryGet(tstate, "busy", out var busy) || busy is false;
            tstate.Interp.Variables.Set(tstate, "busy", true);
            using (tstate.AllowThreads()) Thread.Yield();
            tstate.Interp.Variables.Set(tstate, "busy", false);
            return isAlone ? 1 : 0;
        }
    }

    /// <summary>Occupies a worker until the test goes on.</summary>
    private void Block(InterpreterPool pool)
    {
        _ = pool.RunAsync(static (_, probe) =>
        {
            probe.Reached.Set();
            probe.Blocker.Await("the test goes on");
        }, probe);
        probe.Reached.Await("the worker is occupied");
    }
}
