namespace ExplicitContext.Runtime.Tests;

/// <summary>QUE: what the end of an interpreter means for what it has sent, and for what it waits for.</summary>
public sealed class QueueSenderGoneTests : MessagingTest
{
    [Fact]
    public void QUE_19_AClosedSendersItem_BecomesAPlaceholderInItsPlace()
    {
        var queue = Runtime.CreateQueue<int>();
        B.Enter(tstate => queue.Put(tstate, 1));
        A.Enter(tstate => queue.Put(tstate, 2));
        B.Enter(tstate => queue.Put(tstate, 3));
        A.Close();

        Assert.Equal(3, queue.Count);
        Assert.Equal(1, queue.Get().Value);
        var item = queue.Get();
        Assert.True(item.IsPlaceholder);
        Assert.Equal(A.Id, item.GoneSender);
        Assert.False(item.TryGetValue(out var none));
        Assert.Equal(0, none);
        Assert.Equal(A.Id, Assert.Throws<ItemInterpreterDestroyedException>(() => item.Value).Interpreter);
        Assert.Equal(3, queue.Get().Value);
    }

    [Fact]
    public void QUE_20_WithTheRuleThrow_TheGetThrowsOnce_AndTheNextOneGoesOn()
    {
        var queue = Runtime.CreateQueue<int>(new CrossQueueOptions { OnSenderGone = OnSenderGone.Throw });
        Assert.Equal(OnSenderGone.Throw, queue.OnSenderGone);
        A.Enter(tstate => queue.Put(tstate, 1));
        B.Enter(tstate => queue.Put(tstate, 2));
        A.Close();

        Assert.Equal(2, queue.Count);
        Assert.Equal(A.Id, Assert.Throws<ItemInterpreterDestroyedException>(() => queue.Get()).Interpreter);
        Assert.Equal(2, queue.Get().Value);
    }

    [Fact]
    public void QUE_20_WithTheRuleRemove_TheQueueShrinksAtOnce_AndWhoWaitsGetsIn()
    {
        var queue = Runtime.CreateQueue<int>(new CrossQueueOptions { Capacity = 2, OnSenderGone = OnSenderGone.Remove });
        A.Enter(tstate =>
        {
            queue.Put(tstate, 1);
            queue.Put(tstate, 2);
        });
        var putter = Harness.Background.Start(() => B.Enter(tstate => queue.Put(tstate, 3)));
        QueueWaitTests.AwaitWaiters(queue, 1);
        A.Close();
        putter.Join();

        Assert.Equal(1, queue.Count);
        Assert.Equal(3, queue.Get().Value);
    }

    [Fact]
    public void QUE_20_EachItem_FollowsTheRuleItWasSentWith()
    {
        var queue = Runtime.CreateQueue<int>(new CrossQueueOptions { OnSenderGone = OnSenderGone.Remove });
        A.Enter(tstate =>
        {
            queue.Put(tstate, 1);
            queue.Put(tstate, 2, onSenderGone: OnSenderGone.Placeholder);
            Assert.True(queue.TryPut(tstate, 3, OnSenderGone.Throw));
            Assert.True(queue.PutAsync(tstate, 4, onSenderGone: OnSenderGone.Remove).IsCompletedSuccessfully);
            Assert.Throws<ArgumentOutOfRangeException>(() => queue.Put(tstate, 5, onSenderGone: (OnSenderGone)3));
        });
        queue.Put(6);
        A.Close();

        Assert.Equal(3, queue.Count);
        Assert.True(queue.Get().IsPlaceholder);
        Assert.Throws<ItemInterpreterDestroyedException>(() => queue.Get());
        Assert.Equal(6, queue.Get().Value);
        Assert.Throws<ArgumentOutOfRangeException>(() => Runtime.CreateQueue<int>(new CrossQueueOptions { OnSenderGone = (OnSenderGone)(-1) }));
    }

    [Theory]
    [InlineData(OnSenderGone.Placeholder)]
    [InlineData(OnSenderGone.Throw)]
    [InlineData(OnSenderGone.Remove)]
    public void QUE_21_22_WhatAClosedSenderLeft_IsReleasedExactlyOnce(OnSenderGone rule)
    {
        var queue = Runtime.CreateQueue<SharedBuffer>(new CrossQueueOptions { OnSenderGone = rule });
        var blocks = Enumerable.Range(0, 1000).Select(_ => new Block()).ToList();
        A.Enter(tstate => blocks.ForEach(block => block.Send(view => queue.Put(tstate, view))));
        Assert.All(blocks, block => Assert.Equal(0, block.Released));
        A.Close();

        Assert.All(blocks, block => Assert.Equal(1, block.Released));
        Assert.Equal(rule == OnSenderGone.Remove ? 0 : 1000, queue.Count);
        queue.Dispose();
        Assert.All(blocks, block => Assert.Equal(1, block.Released));
    }

    [Fact]
    public void QUE_21_AClosedSender_IsNotKeptInMemory()
    {
        var queue = Runtime.CreateQueue<int>();
        var sender = Leave(Runtime, queue);
        for (var i = 0; i < 10 && sender.IsAlive; i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        Assert.False(sender.IsAlive);
        Assert.Equal(1, queue.Count);

        [System.Runtime.CompilerServices.MethodImpl(System.Runtime.CompilerServices.MethodImplOptions.NoInlining)]
        static WeakReference Leave(RuntimeState runtime, CrossQueue<int> queue)
        {
            var interp = runtime.CreateInterpreter();
            Harness.Background.Start(() => interp.Enter(tstate => queue.Put(tstate, 1))).Join();
            interp.Close();
            return new WeakReference(interp);
        }
    }

    [Fact]
    public async Task QUE_23_AReceiverThatIsClosed_StopsWaiting_AndNoItemIsLost()
    {
        var queue = Runtime.CreateQueue<int>();
        var thread = Harness.Background.Start(() => Assert.ThrowsAny<InterpreterFinalizingException>(() => A.Enter(tstate => { queue.Get(tstate); })));
        QueueWaitTests.AwaitWaiters(queue, 1);
        var task = A.Enter(tstate => queue.GetAsync(tstate)).AsTask();
        A.Close();
        thread.Join();
        Assert.Equal(A.Id, (await Assert.ThrowsAnyAsync<InterpreterFinalizingException>(() => task)).Interpreter);

        Assert.Equal(0, queue.WaiterCount);
        B.Enter(tstate => queue.Put(tstate, 7));
        Assert.Equal(7, queue.Get().Value);
    }

    [Fact]
    public void QUE_23_ASenderThatIsClosedWhileItWaits_HasSentNothing()
    {
        var queue = Runtime.CreateQueue<SharedBuffer>(new CrossQueueOptions { Capacity = 1 });
        Block first = new(), second = new();
        first.Send(view => queue.Put(view));
        var putter = Harness.Background.Start(() => second.Send(view =>
            Assert.ThrowsAny<InterpreterFinalizingException>(() => A.Enter(tstate => queue.Put(tstate, view)))));
        QueueWaitTests.AwaitWaiters(queue, 1);
        A.Close();
        putter.Join();

        Assert.Equal(1, second.Released);
        queue.Get().Value.Dispose();
        Assert.True(queue.IsEmpty);
        Assert.Equal(1, first.Released);
    }

    [Theory]
    [InlineData(false, 1)]
    [InlineData(true, 0)]
    public void QUE_23_AnItemHandedToAReceiverThatCannotComeBack_GoesBackToItsPlace(bool someoneElseWaits, int left)
    {
        var queue = Runtime.CreateQueue<string>();
        var getter = Harness.Background.Start(() => Assert.ThrowsAny<InterpreterFinalizingException>(() => A.Enter(tstate => { queue.Get(tstate); })));
        QueueWaitTests.AwaitWaiters(queue, 1);
        Harness.Background? other = null;

        // The closing thread is inside, so the getter gets the item and then waits in vain for its interpreter.
        A.AddPendingCall(_ =>
        {
            Harness.Background.Start(() => B.Enter(tstate => queue.Put(tstate, "first"))).Join();
            if (someoneElseWaits)
            {
                other = Harness.Background.Start(() => Assert.Equal("first", queue.Get().Value));
                QueueWaitTests.AwaitWaiters(queue, 1);
            }
            else
            {
                queue.Put("second");
            }
        });
        A.Close();
        getter.Join();
        other?.Join();

        Assert.Equal(2 * left, queue.Count);
        if (left > 0) Assert.Equal("first", queue.Get().Value);
    }

    [Fact]
    public void QUE_23_AnItemThatComesBackAfterItsSenderHasClosed_FollowsItsRule()
    {
        var queue = Runtime.CreateQueue<SharedBuffer>();
        var block = new Block();
        var getter = Harness.Background.Start(() => Assert.ThrowsAny<InterpreterFinalizingException>(() => A.Enter(tstate => { queue.Get(tstate); })));
        QueueWaitTests.AwaitWaiters(queue, 1);
        A.AddPendingCall(_ => Harness.Background.Start(() =>
        {
            B.Enter(tstate => block.Send(view => queue.Put(tstate, view)));
            B.Close();
        }).Join());
        A.Close();
        getter.Join();

        Assert.Equal(1, block.Released);
        Assert.True(queue.Get().IsPlaceholder);
    }

    [Fact]
    public void QUE_20_WhatAnExitFunctionSends_FollowsTheRules()
    {
        var queue = Runtime.CreateQueue<int>(new CrossQueueOptions { OnSenderGone = OnSenderGone.Remove });
        A.Enter(tstate =>
        {
            queue.Put(tstate, 1);
            tstate.Interp.AtExit(closing =>
            {
                Assert.Equal(1, queue.Get(closing).Value);
                queue.Put(closing, 2, onSenderGone: OnSenderGone.Placeholder);
            });
        });
        Assert.True(A.Close());

        Assert.True(queue.Get().IsPlaceholder);
        Assert.True(queue.IsEmpty);
    }
}
