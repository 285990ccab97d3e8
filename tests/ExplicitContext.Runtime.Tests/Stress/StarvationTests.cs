namespace ExplicitContext.Runtime.Tests;

/// <summary>STR-11: what a bad host does to the runtime: it moves the clock, and it takes all threads of the pool.</summary>
[Collection(nameof(Alone))]
public sealed class StarvationTests
{
    [Fact]
    public void STR_11_WithAllPoolThreadsBlocked_InterpretersStillRunTimeOutAndClose()
    {
        using var runtime = RuntimeState.Initialize();
        var release = new ManualResetEventSlim();
        var hasRun = false;
        ThreadPool.GetMaxThreads(out var most, out var ports);
        ThreadPool.GetMinThreads(out var least, out _);
        Assert.True(ThreadPool.SetMaxThreads(least, ports));
        try
        {
            for (var i = 0; i < 2 * least; i++) ThreadPool.UnsafeQueueUserWorkItem(_ => release.Wait(), null);
            ThreadPool.UnsafeQueueUserWorkItem(_ => Volatile.Write(ref hasRun, true), null);
            Harness.InParallel(() => UseAll(runtime));
            Assert.False(Volatile.Read(ref hasRun), "The pool had a thread left.");
        }
        finally
        {
            release.Set();
            ThreadPool.SetMaxThreads(most, ports);
        }
    }

    [Fact]
    public void STR_11_WhenTheClockJumpsByYears_WaitsEndInTimeoutsOrWithTheLock_AndNobodyStays()
    {
        var clock = new ManualClock();
        using var runtime = RuntimeState.Initialize(new RuntimeOptions { Clock = clock });
        var interp = runtime.CreateInterpreter();
        var outcomes = new bool[4];
        var waiters = new List<Harness.Background>();
        interp.Enter(tstate =>
        {
            Wait(TimeSpan.FromDays(1));
            Wait(TimeSpan.FromDays(1));
            Harness.Until(() => clock.Pending == 2, "both to time their wait");
            Wait(Timeout.InfiniteTimeSpan);
            Wait(Timeout.InfiniteTimeSpan);
            clock.Advance(TimeSpan.FromDays(10_000));
            Harness.Until(() => interp.Gate.WaiterCount == 2, "those to give up whose time is up");
            tstate.CheckBreaker();
        });
        foreach (var waiter in waiters) waiter.Join();

        Assert.Equal([false, false, true, true], outcomes);
        Assert.True(interp.Close());

        void Wait(TimeSpan timeout)
        {
            var number = waiters.Count;
            waiters.Add(Harness.Background.Start(() =>
            {
                outcomes[number] = interp.TryAttach(timeout, out var scope, out _);
                scope.Dispose();
            }));
            Harness.Until(() => interp.Gate.WaiterCount == waiters.Count, "the thread to wait");
        }
    }

    private static void UseAll(RuntimeState runtime)
    {
        var interp = runtime.CreateInterpreter();
        var call = interp.CallAsync(static (_, number) => number + 1, 1);
        Assert.True(call.Wait(Harness.Patience), "A call waits for a thread of the pool.");
        Assert.Equal(2, call.Result);
        interp.Enter(tstate =>
        {
            Harness.InParallel(() => Assert.False(interp.TryAttach(TimeSpan.FromMilliseconds(5), out _, out _)));
            Assert.True(interp.StartThread(static _ => { }).Join(tstate, Harness.Patience));
        });
        using var queue = runtime.CreateQueue<int>();
        Assert.Throws<QueueEmptyException>(() => queue.Get(TimeSpan.FromMilliseconds(5)));
        var closing = interp.CloseAsync(Harness.Patience);
        Assert.True(closing.Wait(Harness.Patience), "Closing waits for a thread of the pool.");
        Assert.Equal(CloseOutcome.Closed, closing.Result.Outcome);
    }
}
