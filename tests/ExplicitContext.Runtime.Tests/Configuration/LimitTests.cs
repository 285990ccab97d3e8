namespace ExplicitContext.Runtime.Tests;

/// <summary>CFG-09: what an interpreter may use up.</summary>
public sealed class LimitTests : IDisposable
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    private readonly ManualClock clock = new();
    private readonly RuntimeState runtime;

    public LimitTests() => runtime = RuntimeState.Initialize(new RuntimeOptions { Clock = clock });

    public void Dispose() => runtime.Dispose();

    [Fact]
    public void CFG_09_MaxThreads_IsHowManyRunAtATime()
    {
        var interp = Limited(new InterpreterLimits { MaxThreads = 2 });
        using var goOn = new ManualResetEventSlim();
        void Wait(ThreadState tstate)
        {
            using (tstate.AllowThreads()) goOn.Await("leave to end");
        }

        InterpreterThread[] threads = [interp.StartThread(Wait), interp.StartThread(Wait)];
        var error = Assert.Throws<InterpreterQuotaException>(() => interp.StartThread(Wait));
        goOn.Set();
        Assert.All(threads, thread => Assert.True(thread.Join(Harness.Patience)));

        Assert.Equal((nameof(InterpreterLimits.MaxThreads), interp.Id), (error.Limit, error.Interpreter));
        Assert.Contains("2 threads run already", error.Message);
        Assert.True(interp.StartThread(_ => { }).Join(Harness.Patience));
        Assert.Throws<InterpreterQuotaException>(() => Limited(new InterpreterLimits { MaxThreads = 0 }).StartThread(_ => { }));
    }

    [Fact]
    public void CFG_09_MaxRunTime_EndsARunAtACheck_AndTheNextRunHasTimeAnew()
    {
        var interp = Limited(new InterpreterLimits { MaxRunTime = Minute });
        for (var round = 0; round < 2; round++)
        {
            var running = interp.CallAsync(static tstate =>
            {
                Spin(tstate);
                return 1;
            });
            Harness.Until(() => clock.Pending == 1, "the run to be measured");
            clock.Advance(Minute);

            var error = Assert.Throws<InterpreterQuotaException>(() => running.WaitAsync(Harness.Patience).GetAwaiter().GetResult());
            Assert.Equal(nameof(InterpreterLimits.MaxRunTime), error.Limit);
            Harness.Until(() => interp.ThreadCount == 0, "the thread to end");
        }

        Assert.Equal(0, clock.Pending);
        Assert.Equal(3, interp.Call(static _ => 3));
    }

    [Fact]
    public void CFG_09_MaxRunTime_EndsARunThatSleeps()
    {
        var interp = Limited(new InterpreterLimits { MaxRunTime = Minute });
        var queue = runtime.CreateQueue<int>();
        var running = interp.CallAsync(static (tstate, queue) => queue.Get(tstate).Value, queue);
        Harness.Until(() => clock.Pending == 1 && interp.AttachedThread is null, "the run to sleep");
        clock.Advance(Minute);

        var error = Assert.Throws<InterpreterQuotaException>(() => running.WaitAsync(Harness.Patience).GetAwaiter().GetResult());
        Assert.Equal(nameof(InterpreterLimits.MaxRunTime), error.Limit);
        queue.Put(1);
        Assert.Equal(1, queue.Get().Value);
    }

    [Fact]
    public async Task CFG_05_09_ACallOnAThreadOfItsOwn_IsTheCallers_AndTakesNoPermissionOfTheInterpreter()
    {
        var interp = runtime.CreateInterpreter(new InterpreterOptions { AllowThreads = false, Limits = new InterpreterLimits { MaxThreads = 0 } });

        Assert.Throws<InterpreterPermissionException>(() => interp.StartThread(_ => { }));
        Assert.Equal(7, await interp.CallAsync(static _ => 7).WaitAsync(Harness.Patience));
    }

    [Fact]
    public void CFG_09_MaxRunTime_HoldsForTheInterpretersThreadsToo()
    {
        var interp = Limited(new InterpreterLimits { MaxRunTime = Minute });
        var thread = interp.StartThread(Spin);
        Harness.Until(() => clock.Pending == 1, "the thread to be measured");
        clock.Advance(Minute);

        Assert.True(thread.Join(Harness.Patience));
        Assert.IsType<InterpreterQuotaException>(thread.Error);
    }

    [Fact]
    public void CFG_09_MaxRunTime_IsNotReachedBefore()
    {
        var interp = Limited(new InterpreterLimits { MaxRunTime = Minute });
        using var inside = new ManualResetEventSlim();
        using var goOn = new ManualResetEventSlim();
        var thread = interp.StartThread(tstate =>
        {
            inside.Set();
            goOn.Await("leave to check");
            tstate.CheckBreaker();
        });
        inside.Await("the thread");
        clock.Advance(Minute - TimeSpan.FromTicks(1));
        goOn.Set();

        Assert.True(thread.Join(Harness.Patience));
        Assert.Null(thread.Error);
    }

    [Fact]
    public void CFG_09_MaxAllocatedBytes_EndsTheRunThatReachesIt_AndEveryOneAfterIt()
    {
        using var own = RuntimeState.Initialize();
        var interp = own.CreateInterpreter(new InterpreterOptions { Limits = new InterpreterLimits { MaxAllocatedBytes = 4_000_000 } });

        var error = Assert.Throws<InterpreterQuotaException>(() => interp.Run(AllocateForEver));

        Assert.Equal((nameof(InterpreterLimits.MaxAllocatedBytes), interp.Id), (error.Limit, error.Interpreter));
        Assert.InRange(interp.AllocatedBytes, 4_000_000, long.MaxValue);
        Assert.Throws<InterpreterQuotaException>(() => interp.Run(static _ => throw new InvalidOperationException("It must not come to this.")));
        Assert.True(interp.Close());
    }

    [Fact]
    public void CFG_09_WhatThreadsOfTheInterpreterAllocate_CountsToo()
    {
        using var own = RuntimeState.Initialize();
        var interp = own.CreateInterpreter(new InterpreterOptions { Limits = new InterpreterLimits { MaxAllocatedBytes = 4_000_000 } });

        var thread = interp.StartThread(AllocateForEver);

        Assert.True(thread.Join(Harness.Patience));
        Assert.IsType<InterpreterQuotaException>(thread.Error);
    }

    [Fact]
    public void CFG_09_BytesAreCountedOverAllRuns_AndNotAtAllWithoutALimit()
    {
        var counted = Limited(new InterpreterLimits { MaxAllocatedBytes = long.MaxValue });
        var uncounted = runtime.CreateInterpreter();
        for (var run = 1; run <= 3; run++)
        {
            foreach (var interp in new[] { counted, uncounted }) interp.Run(static _ => GC.KeepAlive(new byte[100_000]));
            Assert.InRange(counted.AllocatedBytes, run * 100_000, run * 100_000 + 90_000);
        }

        Assert.Equal(0, uncounted.AllocatedBytes);
        Assert.Equal(0, clock.Pending);
    }

    [Fact]
    public void CFG_09_LegacyInterpreters_ShareTheMainAccount()
    {
        var limits = new InterpreterLimits { MaxAllocatedBytes = 1_000_000 };
        var a = runtime.CreateInterpreter(InterpreterOptions.Legacy with { Limits = limits });
        var b = runtime.CreateInterpreter(InterpreterOptions.Legacy with { Limits = limits });
        var alone = Limited(limits);

        a.Run(static _ => GC.KeepAlive(new byte[2_000_000]));

        Assert.InRange(a.AllocatedBytes, 2_000_000, 2_100_000);
        Assert.Equal(a.AllocatedBytes, b.AllocatedBytes);
        Assert.Equal(a.AllocatedBytes, runtime.Main.AllocatedBytes);
        Assert.Throws<InterpreterQuotaException>(() => b.Run(static _ => { }));
        Assert.Equal(0, alone.AllocatedBytes);
        alone.Run(static _ => { });
    }

    [Fact]
    public void CFG_09_MaxQueuedItems_IsHowManyWaitAtATime()
    {
        var interp = Limited(new InterpreterLimits { MaxQueuedItems = 2 });
        interp.BeginQueueing();
        interp.BeginQueueing();

        var error = Assert.Throws<InterpreterQuotaException>(interp.BeginQueueing);
        Assert.Equal((nameof(InterpreterLimits.MaxQueuedItems), 2), (error.Limit, interp.QueuedItems));

        interp.EndQueueing();
        interp.BeginQueueing();
        Assert.Equal(2, interp.QueuedItems);
    }

    [Fact]
    public void CFG_09_ItemsPutOnManyThreads_AreNeverMoreThanTheLimit_AndNoneIsLost()
    {
        var interp = Limited(new InterpreterLimits { MaxQueuedItems = 5 });
        var most = 0;
        Harness.InParallel([.. Enumerable.Repeat<Action>(
            () =>
            {
                for (var i = 0; i < 2000; i++)
                {
                    if (Record.Exception(interp.BeginQueueing) is not null) continue;
                    var now = Interlocked.Increment(ref most);
                    Assert.InRange(now, 1, 5);
                    Interlocked.Decrement(ref most);
                    interp.EndQueueing();
                }
            },
            4)]);

        Assert.Equal(0, interp.QueuedItems);
    }

    [Fact]
    public void CFG_09_ItemsOfLegacyInterpreters_CountOnTheMainAccount()
    {
        var limits = new InterpreterLimits { MaxQueuedItems = 2 };
        var a = runtime.CreateInterpreter(InterpreterOptions.Legacy with { Limits = limits });
        var b = runtime.CreateInterpreter(InterpreterOptions.Legacy with { Limits = limits });
        using var queue = runtime.CreateQueue<int>();
        a.Enter(tstate => queue.Put(tstate, 1));
        b.Enter(tstate => queue.Put(tstate, 2));

        Assert.Throws<InterpreterQuotaException>(() => a.Enter(tstate => queue.Put(tstate, 3)));
        Assert.Equal((2, 2, 2), (a.QueuedItems, b.QueuedItems, runtime.Main.QueuedItems));

        Assert.Equal(1, runtime.Main.Enter(tstate => queue.Get(tstate).Value));
        a.Enter(tstate => queue.Put(tstate, 3));
        Assert.Equal(2, a.QueuedItems);
    }

    private InterpreterState Limited(InterpreterLimits limits) => runtime.CreateInterpreter(new InterpreterOptions { Limits = limits });

    private static void Spin(ThreadState tstate)
    {
        while (true) tstate.CheckBreaker();
    }

    private static void AllocateForEver(ThreadState tstate)
    {
        while (true)
        {
            GC.KeepAlive(new byte[10_000]);
            tstate.CheckBreaker();
        }
    }
}
