namespace ExplicitContext.Runtime.Tests;

/// <summary>QUE: what the clock has to do with waiting, and that nothing is polled.</summary>
public sealed class QueueClockTests
{
    private static readonly TimeSpan Timeout = TimeSpan.FromMilliseconds(50);

    [Fact]
    public void QUE_08_AnIdleWait_PollsNothing()
    {
        var seam = new ParkingSeam();
        using var runtime = RuntimeState.Initialize(new RuntimeOptions { Seam = seam });
        var queue = runtime.CreateQueue<int>();
        var getter = Harness.Background.Start(() => runtime.Main.Enter(tstate => Assert.Equal(1, queue.Get(tstate).Value)));
        Harness.Until(() => seam.Parked == 1, "the getter to fall asleep");
        Assert.False(seam.Woken.Wait(TimeSpan.FromMilliseconds(300)), "Somebody woke the getter though nothing had arrived.");

        queue.Put(1);
        getter.Join();
        Assert.Equal(1, seam.Parked);
    }

    [Fact]
    public void QUE_10_12_ATimeout_IsKeptToTheTick()
    {
        var clock = new ManualClock();
        using var runtime = RuntimeState.Initialize(new RuntimeOptions { Clock = clock });
        var queue = runtime.CreateQueue<int>(new CrossQueueOptions { Capacity = 1 });
        var getter = Harness.Background.Start(() => runtime.Main.Enter(tstate => Assert.Throws<QueueEmptyException>(() => queue.Get(tstate, Timeout))));
        Pass(queue, clock, getter);

        queue.Put(1);
        var putter = Harness.Background.Start(() => runtime.Main.Enter(tstate => Assert.Throws<QueueFullException>(() => queue.Put(tstate, 2, Timeout))));
        Pass(queue, clock, putter);
        Assert.Equal(1, queue.Get().Value);
        Assert.True(queue.IsEmpty);
    }

    [Fact]
    public async Task QUE_10_12_AnAsyncTimeout_IsKeptToTheTick()
    {
        var clock = new ManualClock();
        using var runtime = RuntimeState.Initialize(new RuntimeOptions { Clock = clock });
        var queue = runtime.CreateQueue<int>(new CrossQueueOptions { Capacity = 1 });
        var get = queue.GetAsync(Timeout).AsTask();
        clock.Advance(Timeout - TimeSpan.FromTicks(1));
        Assert.Equal(1, queue.WaiterCount);
        clock.Advance(TimeSpan.FromTicks(1));
        await Assert.ThrowsAsync<QueueEmptyException>(() => get);

        queue.Put(1);
        var put = queue.PutAsync(2, Timeout).AsTask();
        clock.Advance(Timeout);
        await Assert.ThrowsAsync<QueueFullException>(() => put);
        Assert.Equal(1, queue.Count);
    }

    [Fact]
    public void QUE_11_TheTimeOfDay_IsNeverAsked()
    {
        using var runtime = RuntimeState.Initialize(new RuntimeOptions { Clock = new NoTimeOfDay() });
        var queue = runtime.CreateQueue<int>();
        runtime.Main.Enter(tstate => Assert.Throws<QueueEmptyException>(() => queue.Get(tstate, Timeout)));
    }

    private static void Pass(CrossQueue<int> queue, ManualClock clock, Harness.Background waiting)
    {
        Harness.Until(() => clock.Pending == 1, "the wait to be timed");
        clock.Advance(Timeout - TimeSpan.FromTicks(1));
        Assert.Equal(1, queue.WaiterCount);
        clock.Advance(TimeSpan.FromTicks(1));
        waiting.Join();
        Assert.Equal((0, 0), (queue.WaiterCount, clock.Pending));
    }

    /// <summary>A clock whose hands are broken: it only measures.</summary>
    private sealed class NoTimeOfDay : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => throw new InvalidOperationException("Somebody asks for the time of day.");
    }

    /// <summary>Lets threads sleep, and counts it.</summary>
    private sealed class ParkingSeam : ISchedulingSeam
    {
        private int parked;

        public int Parked => Volatile.Read(ref parked);

        public ManualResetEventSlim Woken { get; } = new();

        public void Point(string place)
        {
        }

        public bool Park(Waiter waiter, TimeSpan timeout)
        {
            Interlocked.Increment(ref parked);
            return Woken.Wait(Harness.Patience);
        }

        public void Unpark(Waiter waiter) => Woken.Set();

        public void Starting(Thread thread)
        {
        }

        public void Started()
        {
        }

        public void Ended()
        {
        }
    }
}
