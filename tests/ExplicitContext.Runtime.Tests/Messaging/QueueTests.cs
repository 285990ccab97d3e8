namespace ExplicitContext.Runtime.Tests;

/// <summary>QUE: what a queue is, and what goes in and out without waiting.</summary>
public sealed class QueueTests : MessagingTest
{
    [Fact]
    public void QUE_01_QueuesAreListed_WithSequentialIds()
    {
        Assert.Empty(Runtime.Queues);
        var first = Runtime.CreateQueue<int>();
        var second = Runtime.CreateQueue<string>();
        var third = A.Enter(tstate => tstate.Interp.Runtime.CreateQueue<int>());

        Assert.Equal([1, 2, 3], new[] { first.Id.Value, second.Id.Value, third.Id.Value });
        Assert.Equal<CrossQueue>([first, second, third], Runtime.Queues);
        second.Dispose();
        Assert.Equal<CrossQueue>([first, third], Runtime.Queues);
        Assert.Equal(4, Runtime.CreateQueue<int>().Id.Value);
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(-1, 0)]
    [InlineData(int.MinValue, 0)]
    [InlineData(3, 3)]
    public void QUE_02_ACapacityThatIsNotPositive_IsNone(int asked, int given)
    {
        var queue = Runtime.CreateQueue<int>(new CrossQueueOptions { Capacity = asked });
        Assert.Equal(given, queue.Capacity);
        Assert.False(typeof(CrossQueue).GetProperty(nameof(CrossQueue.Capacity))!.CanWrite);

        var room = given == 0 ? 1000 : given;
        for (var i = 0; i < room; i++) Assert.True(queue.TryPut(i));
        Assert.Equal(given != 0, queue.IsFull);
        Assert.Equal(given == 0, queue.TryPut(room));
    }

    [Fact]
    public void QUE_03_WithinOneInterpreter_ItemsComeOutAsTheyWentIn()
    {
        var queue = Runtime.CreateQueue<string>();
        A.Enter(tstate =>
        {
            // More than any buffer begins with, and wrapped around its end.
            for (var i = 0; i < 3; i++) queue.Put(tstate, "before");
            for (var i = 0; i < 3; i++) queue.Get(tstate);
            for (var i = 0; i < 100; i++) queue.Put(tstate, $"item {i}");
            for (var i = 0; i < 100; i++) Assert.Equal($"item {i}", queue.Get(tstate).Value);
        });
    }

    [Fact]
    public void QUE_04_FromOneInterpreterToAnother_TheReceiverGetsItsOwnObject_InOrder()
    {
        var queue = Runtime.CreateQueue<CopyOnSend<List<int>>>();
        var sent = new List<int> { 1 };
        A.Enter(tstate =>
        {
            queue.Put(tstate, Shareable.Copy(sent));
            sent.Add(2);
            queue.Put(tstate, Shareable.Copy(sent));
        });

        B.Enter(tstate =>
        {
            var first = queue.Get(tstate).Value.Value;
            Assert.Equal([1], first);
            first.Add(10);
            Assert.Equal([1, 2], queue.Get(tstate).Value.Value);
        });
        Assert.Equal([1, 2], sent);
    }

    [Fact]
    public void QUE_05_FromSeveralThreads_EachItemComesOutExactlyOnce()
    {
        const int Each = 2000;
        var queue = Runtime.CreateQueue<int>(new CrossQueueOptions { Capacity = 64 });
        var got = new int[2 * Each];
        Harness.InParallel(
            () => A.Enter(tstate => { for (var i = 0; i < Each; i++) queue.Put(tstate, i); }),
            () => B.Enter(tstate => { for (var i = 0; i < Each; i++) queue.Put(tstate, Each + i); }),
            () => { for (var i = 0; i < Each; i++) Interlocked.Increment(ref got[queue.Get().Value]); },
            () => A.Enter(tstate => { for (var i = 0; i < Each; i++) Interlocked.Increment(ref got[queue.Get(tstate).Value]); }));

        Assert.All(got, times => Assert.Equal(1, times));
        Assert.True(queue.IsEmpty);
    }

    [Fact]
    public void QUE_06_CountEmptyAndFull_TellHowItIsNow()
    {
        var queue = Runtime.CreateQueue<int>(new CrossQueueOptions { Capacity = 2 });
        Assert.Equal((0, true, false), (queue.Count, queue.IsEmpty, queue.IsFull));
        queue.Put(1);
        Assert.Equal((1, false, false), (queue.Count, queue.IsEmpty, queue.IsFull));
        queue.Put(2);
        Assert.Equal((2, false, true), (queue.Count, queue.IsEmpty, queue.IsFull));
        queue.Get();
        Assert.Equal((1, false, false), (queue.Count, queue.IsEmpty, queue.IsFull));
    }

    [Fact]
    public void QUE_07_WithoutWaiting_AFullQueueRefuses_AndAnEmptyOneHasNothing()
    {
        var queue = Runtime.CreateQueue<int>(new CrossQueueOptions { Capacity = 1 });
        A.Enter(tstate =>
        {
            Assert.False(queue.TryGet(tstate, out _));
            Assert.Equal(queue.Id, Assert.Throws<QueueEmptyException>(() => queue.Get(tstate, TimeSpan.Zero)).Queue);
            Assert.True(queue.TryPut(tstate, 1));
            Assert.False(queue.TryPut(tstate, 2));
            Assert.Equal(queue.Id, Assert.Throws<QueueFullException>(() => queue.Put(tstate, 2, TimeSpan.Zero)).Queue);
            Assert.True(queue.TryGet(tstate, out var item));
            Assert.Equal(1, item.Value);
        });
    }

    [Fact]
    public void QUE_12_InTime_OrNot_IsNoErrorForTryPutAndTryGet()
    {
        var queue = Runtime.CreateQueue<int>(new CrossQueueOptions { Capacity = 1 });
        var soon = TimeSpan.FromMilliseconds(1);
        A.Enter(tstate =>
        {
            Assert.False(queue.TryGet(tstate, out _, soon));
            Assert.True(queue.TryPut(tstate, 1, soon));
            Assert.False(queue.TryPut(tstate, 2, soon));
            Assert.True(queue.TryGet(tstate, out var item, soon));
            Assert.Equal(1, item.Value);
        });
        Assert.True(queue.TryPut(3, TimeSpan.Zero));
        Assert.False(queue.TryPut(4, TimeSpan.Zero));
        queue.Complete();
        Assert.Throws<QueueCompletedException>(() => queue.TryPut(4, soon));
        Assert.True(queue.TryGet(out _, soon));
        Assert.False(queue.TryGet(out _, Timeout.InfiniteTimeSpan));
    }

    [Fact]
    public void QUE_15_AQueueInAQueue_IsTheSameQueue()
    {
        var inner = Runtime.CreateQueue<int>();
        var outer = Runtime.CreateQueue<CrossQueue<int>>();
        A.Enter(tstate => outer.Put(tstate, inner));
        B.Enter(tstate => outer.Get(tstate).Value.Put(tstate, 7));

        Assert.Equal(7, inner.Get().Value);
        Assert.Same(inner, Runtime.GetQueue<int>(inner.Id));
    }

    [Fact]
    public void QUE_16_AnUnknownId_OrOneOfOtherItems_IsNotFound()
    {
        var queue = Runtime.CreateQueue<int>();
        var unknown = Assert.Throws<QueueNotFoundException>(() => Runtime.GetQueue<int>(new QueueId(99)));
        Assert.Equal(99, unknown.Queue.Value);
        Assert.Contains("Int32", Assert.Throws<QueueNotFoundException>(() => Runtime.GetQueue<string>(queue.Id)).Message);
        Assert.Throws<QueueNotFoundException>(() => Runtime.GetQueue<int>(default));
        Assert.Throws<ArgumentOutOfRangeException>(() => new QueueId(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => new QueueId(-1));

        queue.Dispose();
        queue.Dispose();
        Assert.Throws<QueueNotFoundException>(() => Runtime.GetQueue<int>(queue.Id));
        Assert.Throws<QueueNotFoundException>(() => queue.Put(1));
        Assert.Throws<QueueNotFoundException>(() => queue.Get());
        Assert.Throws<QueueNotFoundException>(() => queue.TryPut(1));
        Assert.Throws<QueueNotFoundException>(() => queue.TryGet(out _));
        Assert.Throws<QueueNotFoundException>(() => queue.Count);
        Assert.Throws<QueueNotFoundException>(queue.Complete);
    }

    [Fact]
    public void QUE_17_TheLastOwnerThatReleases_DisposesOfTheQueue()
    {
        var typical = Runtime.CreateQueue<int>();
        typical.Bind();
        typical.Release();
        Assert.Throws<QueueNotFoundException>(() => typical.Count);
        Assert.Throws<QueueNotFoundException>(typical.Release);
        Assert.Throws<QueueNotFoundException>(typical.Bind);

        var boundTooOften = Runtime.CreateQueue<int>();
        boundTooOften.Bind();
        boundTooOften.Bind();
        boundTooOften.Release();
        Assert.Equal<CrossQueue>([boundTooOften], Runtime.Queues);

        boundTooOften.Bind();
        boundTooOften.Release();
        boundTooOften.Release();
        Assert.Empty(Runtime.Queues);

        var unbound = Runtime.CreateQueue<int>();
        var error = Assert.Throws<QueueException>(unbound.Release);
        Assert.Contains("bound", error.Message);
        Assert.Equal(0, unbound.Count);
    }

    [Fact]
    public void QUE_25_AnItemThatIsNotShareable_IsRefused_AndTheQueueIsAsItWas()
    {
        var queue = Runtime.CreateQueue<object>();
        queue.Put("before");
        A.Enter(tstate =>
        {
            Assert.Throws<NotShareableException>(() => queue.Put(tstate, new List<int>()));
            Assert.Throws<NotShareableException>(() => queue.TryPut(tstate, new List<int>()));
            Assert.Throws<NotShareableException>(() => { _ = queue.PutAsync(tstate, new List<int>()); });
        });

        Assert.Equal("before", queue.Get().Value);
        Assert.True(queue.IsEmpty);
    }

    [Fact]
    public void QUE_26_ACompletedQueue_IsDrained_ThenSaysSo()
    {
        var queue = Runtime.CreateQueue<int>();
        queue.Put(1);
        queue.Complete();
        queue.Complete();

        Assert.Throws<QueueCompletedException>(() => queue.Put(2));
        Assert.Throws<QueueCompletedException>(() => queue.TryPut(2));
        Assert.False(queue.IsCompleted);
        Assert.Equal(1, queue.Get().Value);
        Assert.True(queue.IsCompleted);
        Assert.Throws<QueueCompletedException>(() => queue.Get());
        Assert.False(queue.TryGet(out _));
        Assert.Throws<QueueCompletedException>(() => { _ = queue.GetAsync(); });
    }

    [Fact]
    public void SHR_27_WhatCouldNotBePut_IsTheSendersAgain()
    {
        var queue = Runtime.CreateQueue<Movable<byte[]>>(new CrossQueueOptions { Capacity = 1 });
        A.Enter(tstate =>
        {
            queue.Put(tstate, Shareable.Move(new byte[] { 1 }));
            var moved = Shareable.Move(new byte[] { 2 });
            Assert.False(queue.TryPut(tstate, moved));
            Assert.Throws<QueueFullException>(() => queue.Put(tstate, moved, TimeSpan.FromMilliseconds(1)));
            queue.Complete();
            Assert.Throws<QueueCompletedException>(() => queue.Put(tstate, moved));
            Assert.Equal([2], moved.Take());
        });
    }
}
