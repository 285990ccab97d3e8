using System.Diagnostics;

namespace ExplicitContext.Runtime.Tests;

/// <summary>QUE: who waits at a queue, and what ends the wait.</summary>
public sealed class QueueWaitTests : MessagingTest
{
    [Fact]
    public void QUE_08_BlockingGet_WakesWhenAnItemArrives()
    {
        var queue = Runtime.CreateQueue<int>();
        var getter = Harness.Background.Start(() => A.Enter(tstate => Assert.Equal(7, queue.Get(tstate).Value)));
        AwaitWaiters(queue, 1);

        B.Enter(tstate => queue.Put(tstate, 7));
        getter.Join();
        Assert.True(queue.IsEmpty);
    }

    [Fact]
    public void QUE_09_BlockingPut_WakesWhenASlotFrees()
    {
        var queue = Runtime.CreateQueue<int>(new CrossQueueOptions { Capacity = 1 });
        queue.Put(1);
        var putter = Harness.Background.Start(() => A.Enter(tstate => queue.Put(tstate, 2)));
        AwaitWaiters(queue, 1);

        Assert.Equal(1, queue.Get().Value);
        putter.Join();
        Assert.Equal(2, queue.Get().Value);
    }

    [Fact]
    public void QUE_10_ATimeout_IsNeverCutShort()
    {
        var queue = Runtime.CreateQueue<int>();
        A.Enter(tstate =>
        {
            var start = Stopwatch.GetTimestamp();
            Assert.Throws<QueueEmptyException>(() => queue.Get(tstate, Moment));
            Assert.True(Stopwatch.GetElapsedTime(start) >= Moment);
        });
    }

    [Theory]
    [InlineData(-2)]
    [InlineData(1L << 31)]
    public void QUE_10_ATimeoutThatCannotBe_IsRefused(long milliseconds)
    {
        var queue = Runtime.CreateQueue<int>(new CrossQueueOptions { Capacity = 1 });
        var timeout = TimeSpan.FromMilliseconds((double)milliseconds);
        Assert.Throws<ArgumentOutOfRangeException>(() => queue.Get(timeout));
        Assert.Throws<ArgumentOutOfRangeException>(() => queue.Put(1, timeout));
        Assert.Throws<ArgumentOutOfRangeException>(() => { _ = queue.GetAsync(timeout); });

        queue.Put(1, Timeout.InfiniteTimeSpan);
        Assert.Throws<ArgumentOutOfRangeException>(() => queue.Get(timeout));
        Assert.Equal(1, queue.Get(Timeout.InfiniteTimeSpan).Value);
    }

    [Fact]
    public void QUE_13_WaitingReleasesTheInterpretersLock()
    {
        var queue = Runtime.CreateQueue<int>(new CrossQueueOptions { Capacity = 1 });
        var getter = Harness.Background.Start(() => A.Enter(tstate => Assert.Equal(1, queue.Get(tstate).Value)));
        AwaitWaiters(queue, 1);
        A.Enter(tstate => queue.Put(tstate, 1));
        getter.Join();

        queue.Put(2);
        var putter = Harness.Background.Start(() => A.Enter(tstate => queue.Put(tstate, 3)));
        AwaitWaiters(queue, 1);
        A.Enter(tstate => Assert.Equal(2, queue.Get(tstate).Value));
        putter.Join();
    }

    [Fact]
    public void QUE_14_WhoWaits_IsServedInTheOrderOfComing()
    {
        var queue = Runtime.CreateQueue<int>(new CrossQueueOptions { Capacity = 1 });
        var got = new int[3];
        var getters = Enumerable.Range(0, 3).Select(i =>
        {
            var getter = Harness.Background.Start(() => B.Enter(tstate => got[i] = queue.Get(tstate).Value));
            AwaitWaiters(queue, i + 1);
            return getter;
        }).ToList();
        for (var i = 0; i < 3; i++) Assert.True(queue.TryPut(i + 1));
        getters.ForEach(getter => getter.Join());
        Assert.Equal([1, 2, 3], got);

        queue.Put(0);
        var putters = Enumerable.Range(1, 3).Select(i =>
        {
            var putter = Harness.Background.Start(() => A.Enter(tstate => queue.Put(tstate, i)));
            AwaitWaiters(queue, i);
            return putter;
        }).ToList();

        // Who comes later lines up behind them, even in the moment in which there is room.
        for (var i = 0; i < 4; i++)
        {
            Assert.False(queue.TryPut(9));
            Assert.Equal(i, queue.Get().Value);
        }

        putters.ForEach(putter => putter.Join());
    }

    [Fact]
    public async Task QUE_18_AQueueThatGoes_SendsAllHomeWhoWait()
    {
        var queue = Runtime.CreateQueue<int>(new CrossQueueOptions { Capacity = 1 });
        var getter = Harness.Background.Start(() => A.Enter(tstate => Assert.Throws<QueueNotFoundException>(() => queue.Get(tstate))));
        var host = Harness.Background.Start(() => Assert.Throws<QueueNotFoundException>(() => queue.Get()));
        var task = queue.GetAsync().AsTask();
        AwaitWaiters(queue, 3);
        queue.Dispose();
        getter.Join();
        host.Join();
        await Assert.ThrowsAsync<QueueNotFoundException>(() => task);

        var full = Runtime.CreateQueue<SharedBuffer>(new CrossQueueOptions { Capacity = 1 });
        Block inside = new(), waits = new();
        inside.Send(view => full.Put(view));
        var putter = Harness.Background.Start(() => waits.Send(view => Assert.Throws<QueueNotFoundException>(() => full.Put(view))));
        AwaitWaiters(full, 1);
        full.Dispose();
        putter.Join();
        Assert.Equal((1, 1), (inside.Released, waits.Released));
    }

    [Fact]
    public void QUE_24_TwoInterpretersPutIntoAQueueOfOne_NeverMoreThanOneItem_NoneLost()
    {
        const int Each = 1000;
        var queue = Runtime.CreateQueue<int>(new CrossQueueOptions { Capacity = 1 });
        var most = 0;
        var sum = 0L;
        Harness.InParallel(
            () => A.Enter(tstate => { for (var i = 0; i < Each; i++) queue.Put(tstate, 1); }),
            () => B.Enter(tstate => { for (var i = 0; i < Each; i++) queue.Put(tstate, 1000); }),
            () =>
            {
                for (var i = 0; i < 2 * Each; i++)
                {
                    most = Math.Max(most, queue.Count);
                    sum += queue.Get().Value;
                }
            });

        Assert.InRange(most, 0, 1);
        Assert.Equal(Each * 1001L, sum);
    }

    [Fact]
    public async Task QUE_26_CompletingAQueue_SendsAllHomeWhoWait()
    {
        var queue = Runtime.CreateQueue<int>(new CrossQueueOptions { Capacity = 1 });
        var getter = Harness.Background.Start(() => A.Enter(tstate => Assert.Throws<QueueCompletedException>(() => queue.Get(tstate))));
        AwaitWaiters(queue, 1);
        queue.Complete();
        getter.Join();

        var full = Runtime.CreateQueue<int>(new CrossQueueOptions { Capacity = 1 });
        full.Put(1);
        var putter = full.PutAsync(2).AsTask();
        full.Complete();
        await Assert.ThrowsAsync<QueueCompletedException>(() => putter);
        Assert.Equal(1, full.Get().Value);
        Assert.True(full.IsCompleted);
    }

    [Fact]
    public void QUE_27_CancellingAWait_EndsIt_AndNobodyIsLeftBehind()
    {
        var queue = Runtime.CreateQueue<int>(new CrossQueueOptions { Capacity = 1 });
        using var source = new CancellationTokenSource();
        var getter = Harness.Background.Start(() => A.Enter(tstate =>
            Assert.Equal(source.Token, Assert.Throws<OperationCanceledException>(() => queue.Get(tstate, null, source.Token)).CancellationToken)));
        AwaitWaiters(queue, 1);
        source.Cancel();
        getter.Join();
        Assert.Equal(0, queue.WaiterCount);

        queue.Put(1);
        Assert.Throws<OperationCanceledException>(() => queue.Get(null, source.Token));
        Assert.Equal(1, queue.Count);
        Assert.True(queue.GetAsync(cancellationToken: source.Token).IsCanceled);
        Assert.True(queue.PutAsync(2, cancellationToken: source.Token).IsCanceled);

        using var other = new CancellationTokenSource();
        var putter = Harness.Background.Start(() => A.Enter(tstate => Assert.Throws<OperationCanceledException>(() => queue.Put(tstate, 2, null, null, other.Token))));
        AwaitWaiters(queue, 1);
        other.Cancel();
        putter.Join();
        Assert.Equal(1, queue.Get().Value);
        Assert.True(queue.IsEmpty);
    }

    [Fact]
    public async Task QUE_27_AnAsyncGetThatIsCancelled_LosesNoItem()
    {
        var queue = Runtime.CreateQueue<int>();
        var cancelled = 0;
        for (var i = 0; i < 500; i++)
        {
            using var source = new CancellationTokenSource();
            var get = A.Enter(tstate => queue.GetAsync(tstate, null, source.Token)).AsTask();
            Harness.InParallel(source.Cancel, () => queue.Put(i));
            try
            {
                Assert.Equal(i, (await get).Value);
                Assert.True(queue.IsEmpty);
            }
            catch (OperationCanceledException)
            {
                cancelled++;
                Assert.Equal(i, queue.Get(TimeSpan.Zero).Value);
            }
        }

        Assert.InRange(cancelled, 0, 500);
        Assert.Equal(0, queue.WaiterCount);
    }

    [Fact]
    public async Task QUE_27_AsyncPutAndGet_MeetEachOther()
    {
        var queue = Runtime.CreateQueue<int>(new CrossQueueOptions { Capacity = 1 });
        var get = A.Enter(tstate => queue.GetAsync(tstate));
        Assert.False(get.IsCompleted);
        Assert.True(B.Enter(tstate => queue.PutAsync(tstate, 1)).IsCompletedSuccessfully);
        Assert.Equal(1, (await get).Value);

        Assert.True(queue.PutAsync(2).IsCompletedSuccessfully);
        var put = B.Enter(tstate => queue.PutAsync(tstate, 3));
        Assert.False(put.IsCompleted);
        Assert.Equal(2, (await queue.GetAsync()).Value);
        await put;
        Assert.Equal(3, (await queue.GetAsync()).Value);
    }

    internal static void AwaitWaiters<T>(CrossQueue<T> queue, int count) =>
        Harness.Until(() => queue.WaiterCount == count, $"{count} to wait at the queue");
}
