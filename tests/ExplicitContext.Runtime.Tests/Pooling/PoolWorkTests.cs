using System.Runtime.CompilerServices;

namespace ExplicitContext.Runtime.Tests;

/// <summary>POL: work that a pool's workers do.</summary>
public sealed class PoolWorkTests : IDisposable
{
    private readonly RuntimeState runtime = RuntimeState.Initialize();

    public void Dispose() => runtime.Dispose();

    [Fact]
    public async Task POL_01_AFunctionWithAnArgument_HasItsResult()
    {
        using var pool = runtime.CreatePool();

        Assert.Equal(6, await pool.CallAsync(static (_, x) => x * 2, 3).WaitAsync(Harness.Patience));
        Assert.Equal("x", await pool.CallAsync(static _ => "x").WaitAsync(Harness.Patience));
        Assert.Equal(6, pool.Call(static (_, x) => x * 2, 3));
        Assert.Equal("x", pool.Call(static _ => "x"));
    }

    [Fact]
    public async Task POL_01_AnActionWithAnArgument_IsRun_AttachedToTheWorkersInterpreter()
    {
        using var pool = runtime.CreatePool();
        var probe = new Probe();
        await pool.RunAsync(static (tstate, probe) => probe.Note($"{tstate.IsAttached} {tstate.Interp.IsRunning}"), probe).WaitAsync(Harness.Patience);
        pool.Run(static (tstate, probe) => probe.Note($"{tstate.IsAttached} {tstate.Interp.IsRunning}"), probe);
        await pool.RunAsync(static tstate => tstate.CheckBreaker()).WaitAsync(Harness.Patience);
        pool.Run(static tstate => tstate.CheckBreaker());

        Assert.Equal(["True True", "True True"], probe.Notes);
        Assert.All(runtime.Interpreters.Skip(1), interp => Assert.False(interp.IsRunning));
    }

    [Fact]
    public async Task POL_01_SubmittedWorkRunsOnTheWorkersThread_AndCallsOnTheCallers()
    {
        using var pool = runtime.CreatePool(new InterpreterPoolOptions { Name = "mine" });

        Assert.Equal(Environment.CurrentManagedThreadId, pool.Call(static tstate => tstate.Thread.ManagedThreadId));
        Assert.Equal("mine 1", await pool.CallAsync(static tstate => tstate.Thread.Name!).WaitAsync(Harness.Patience));
    }

    [Fact]
    public async Task POL_03_TheInitializerRunsOncePerWorker_WithItsArgument_AndTasksSeeWhatItSet()
    {
        var probe = new Probe();
        using var pool = runtime.CreatePool(
            static (tstate, probe) =>
            {
                probe.Note("init");
                tstate.Interp.Variables.Set(tstate, "greeting", "hello");
            },
            probe,
            new InterpreterPoolOptions { MaxWorkers = 2 });
        await Saturate(pool, 2);
        for (var i = 0; i < 3; i++)
        {
            Assert.Equal("hello", await pool.CallAsync(Greeting).WaitAsync(Harness.Patience));
            Assert.Equal("hello", pool.Call(Greeting));
        }

        Assert.Equal(["init", "init"], probe.Notes);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task POL_04_AnInitializerThatThrows_BreaksThePool_WithTheCause(bool submitted)
    {
        using var pool = runtime.CreatePool(static _ => throw new FormatException("bad start"));

        var error = submitted
            ? await Assert.ThrowsAsync<BrokenInterpreterPoolException>(() => pool.RunAsync(static _ => { }).WaitAsync(Harness.Patience))
            : Assert.Throws<BrokenInterpreterPoolException>(() => pool.Run(static _ => { }));
        var cause = Assert.IsType<ExecutionFailedException>(error.InnerException);
        Assert.Equal("bad start", cause.Info.Message);

        Assert.True(pool.IsBroken);
        await Assert.ThrowsAsync<BrokenInterpreterPoolException>(() => pool.RunAsync(static _ => { }));
        Assert.Throws<BrokenInterpreterPoolException>(() => pool.Run(static _ => { }));
        Assert.Equal(0, pool.WorkerCount);
        Assert.Single(runtime.Interpreters);
    }

    [Fact]
    public async Task POL_04_WorkThatWaits_LearnsThatThePoolIsBroken()
    {
        var probe = new Probe();
        using var pool = runtime.CreatePool(
            static (_, probe) =>
            {
                probe.Reached.Set();
                probe.Blocker.Await("the test lets the initializer fail");
                throw new FormatException();
            },
            probe,
            new InterpreterPoolOptions { MaxWorkers = 1 });
        var works = Enumerable.Range(0, 3).Select(_ => pool.RunAsync(static _ => { })).ToArray();
        probe.Reached.Await("the initializer runs");
        Assert.Equal(2, pool.PendingCount);
        probe.Blocker.Set();

        foreach (var work in works) await Assert.ThrowsAsync<BrokenInterpreterPoolException>(() => work.WaitAsync(Harness.Patience));
    }

    [Fact]
    public void POL_04_AWarmWorkerThatCannotBeMadeReady_FailsTheCreation()
    {
        Assert.Throws<BrokenInterpreterPoolException>(
            () => runtime.CreatePool(static _ => throw new FormatException(), new InterpreterPoolOptions { WarmWorkers = 1 }));
        Assert.Single(runtime.Interpreters);
    }

    [Fact]
    public async Task POL_04_AWorkerWhoseInterpreterCannotBeMade_BreaksThePool()
    {
        var refusal = new InvalidOperationException("no more");
        runtime.AddAuditHook(what =>
        {
            if (what.Name == "interpreter.create") throw refusal;
        });
        using var pool = runtime.CreatePool();

        var error = await Assert.ThrowsAsync<BrokenInterpreterPoolException>(() => pool.RunAsync(static _ => { }).WaitAsync(Harness.Patience));
        Assert.Same(refusal, error.InnerException);
    }

    [Fact]
    public async Task POL_06_StateStaysInItsWorker()
    {
        using var pool = runtime.CreatePool(new InterpreterPoolOptions { MaxWorkers = 2 });
        await Saturate(pool, 2);
        var ids = await Together(pool, 2, static (tstate, _) =>
        {
            tstate.Interp.Variables.Set(tstate, "id", tstate.Interp.Id.Value);
            return tstate.Interp.Id.Value;
        });
        var seen = await Together(pool, 2, static (tstate, _) =>
            tstate.Interp.Variables.TryGet(tstate, "id", out var id) && (long)id! == tstate.Interp.Id.Value ? (long)id : -1);

        Assert.Equal(ids.Order(), seen.Order());
        Assert.Equal(2, ids.Distinct().Count());
    }

    [Fact]
    public async Task POL_07_WorkOneAfterTheOther_UsesOneWorker()
    {
        using var pool = runtime.CreatePool(new InterpreterPoolOptions { MaxWorkers = 8 });
        for (var i = 0; i < 200; i++) await pool.RunAsync(static _ => { }).WaitAsync(Harness.Patience);
        for (var i = 0; i < 200; i++) pool.Run(static _ => { });

        Assert.Equal(1, pool.WorkerCount);
        Assert.Equal(2, runtime.Interpreters.Count);
    }

    [Fact]
    public async Task POL_08_MoreWorkThanWorkers_MakesNoMoreWorkersThanMayBe()
    {
        using var pool = runtime.CreatePool(new InterpreterPoolOptions { MaxWorkers = 3 });
        var probe = new Probe();
        var works = Enumerable.Range(0, 100).Select(i => pool.CallAsync(static (_, call) =>
        {
            call.probe.Blocker.Await("the test goes on");
            return call.i;
        }, (probe, i))).ToArray();
        Assert.Equal((3, 97, 0), (pool.WorkerCount, pool.PendingCount, pool.IdleCount));
        probe.Blocker.Set();

        Assert.Equal(Enumerable.Range(0, 100), await Task.WhenAll(works).WaitAsync(Harness.Patience));
        Assert.Equal((3, 0), (pool.WorkerCount, pool.PendingCount));
    }

    [Fact]
    public async Task POL_09_WorkThatWaitsForOtherWork_Ends_WhereWorkersMayBeMade()
    {
        using var pool = runtime.CreatePool(new InterpreterPoolOptions { MaxWorkers = 4 });
        for (var round = 0; round < 50; round++)
        {
            using var barrier = new Barrier(4);
            var works = Enumerable.Range(0, 4).Select(_ => pool.AsTaskScheduler().Run(() => barrier.Meet("the other three"))).ToArray();
            await Task.WhenAll(works).WaitAsync(Harness.Patience);
        }

        Assert.InRange(pool.WorkerCount, 1, 4);
    }

    [Fact]
    public async Task POL_12_NothingKeepsArgumentsAndResultsAlive()
    {
        using var pool = runtime.CreatePool(new InterpreterPoolOptions { MaxWorkers = 1 });
        var kept = await Submit(pool);
        Harness.Until(
            () =>
            {
                GC.Collect();
                GC.WaitForPendingFinalizers();
                return !kept.Any(weak => weak.IsAlive);
            },
            "arguments and results are collected");

        [MethodImpl(MethodImplOptions.NoInlining)]
        static async Task<WeakReference[]> Submit(InterpreterPool pool)
        {
            var (first, second) = (new Probe(), new Probe());
            var results = new[] { await pool.CallAsync(static (_, probe) => probe, first).WaitAsync(Harness.Patience), pool.Call(static (_, probe) => probe, second) };
            return [new(first), new(second), .. results.Select(result => new WeakReference(result))];
        }
    }

    [Fact]
    public async Task POL_05_WorkThatLeavesAScopeOpen_Fails_AndTheWorkerSurvives()
    {
        using var pool = runtime.CreatePool(new InterpreterPoolOptions { MaxWorkers = 1 });

        await Assert.ThrowsAsync<AttachmentException>(() => pool.RunAsync(static tstate => tstate.Interp.Attach(out _)).WaitAsync(Harness.Patience));
        Assert.Equal(1, await pool.CallAsync(static _ => 1).WaitAsync(Harness.Patience));
        Assert.Equal(1, pool.Call(static _ => 1));
    }

    private static string Greeting(ThreadState tstate) => tstate.Interp.Variables.TryGet(tstate, "greeting", out var value) ? (string)value! : "nothing";

    /// <summary>Makes all workers.</summary>
    private static Task Saturate(InterpreterPool pool, int workers) => Together(pool, workers, static (_, _) => 0L);

    /// <summary>Has as many workers do something, each once and all at the same time.</summary>
    private static async Task<long[]> Together(InterpreterPool pool, int workers, Func<ThreadState, Meeting, long> function)
    {
        using var meeting = new Meeting(workers, function);
        return await Task.WhenAll(Enumerable.Range(0, workers).Select(_ => pool.CallAsync(static (tstate, meeting) =>
        {
            meeting.Barrier.Meet("the other workers");
            return meeting.Function(tstate, meeting);
        }, meeting))).WaitAsync(Harness.Patience);
    }

    private sealed class Meeting(int workers, Func<ThreadState, Meeting, long> function) : ICrossesByReference, IDisposable
    {
        public Barrier Barrier { get; } = new(workers);

        public Func<ThreadState, Meeting, long> Function { get; } = function;

        public void Dispose() => Barrier.Dispose();
    }
}
