using System.Runtime.CompilerServices;

namespace ExplicitContext.Runtime.Tests;

/// <summary>What queues cost, and that nothing is left of them.</summary>
public sealed class QueueResourceTests
{
    [Fact]
    public void QUE_28_QueuesAndChannelsThatAreLeft_AreCleaned_AndTold()
    {
        var left = new List<object?>();
        var runtime = RuntimeState.Initialize();
        runtime.AddAuditHook(told =>
        {
            if (told.Name == "runtime.left-open") left.Add(told.Argument);
        });
        var queue = runtime.CreateQueue<SharedBuffer>();
        var (send, receive) = runtime.CreateChannel<SharedBuffer>();
        runtime.CreateQueue<int>().Dispose();
        MessagingTest.Block first = new(), second = new();
        first.Send(view => queue.Put(view));
        second.Send(view => send.Send(view));
        var waiting = runtime.CreateQueue<int>();
        var host = Harness.Background.Start(() => Assert.Throws<QueueNotFoundException>(() => waiting.Get()));
        QueueWaitTests.AwaitWaiters(waiting, 1);

        runtime.Dispose();
        host.Join();
        Assert.Equal([queue, waiting, send], left);
        Assert.Equal((1, 1), (first.Released, second.Released));
        Assert.Throws<QueueNotFoundException>(() => queue.Count);
        Assert.Throws<ChannelNotFoundException>(() => receive.Count);
        Assert.Throws<RuntimeFinalizedException>(() => runtime.CreateQueue<int>());
        Assert.Throws<RuntimeFinalizedException>(() => runtime.CreateChannel<int>());
    }

    [Fact]
    public void LCK_21_PuttingAndGetting_TakesTheQueuesOwnLock_AndNoWiderOne()
    {
        var census = new LockCensus();
        using var runtime = RuntimeState.Initialize(new RuntimeOptions { LockObserver = census });
        var interp = runtime.CreateInterpreter();
        var queue = runtime.CreateQueue<int>();
        interp.Enter(tstate =>
        {
            queue.Put(tstate, 0);
            queue.Get(tstate);
            census.Clear();
            for (var i = 0; i < 100; i++)
            {
                queue.Put(tstate, i);
                queue.Get(tstate);
            }
        });

        Assert.Equal(200, census[LockRank.Messaging]);
        Assert.Equal((0, 0), (census[LockRank.Runtime], census[LockRank.Interpreter]));
    }

    [Fact]
    public void PuttingAndGetting_AllocatesNothing()
    {
        using var runtime = RuntimeState.Initialize();
        var queue = runtime.CreateQueue<string>();
        runtime.Main.Enter(tstate =>
        {
            Exchange(tstate, queue);
            var before = GC.GetAllocatedBytesForCurrentThread();
            for (var i = 0; i < 1000; i++) Exchange(tstate, queue);
            Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
        });

        static void Exchange(ThreadState tstate, CrossQueue<string> queue)
        {
            queue.Put(tstate, "as it is");
            queue.Get(tstate);
        }
    }

    [Fact]
    public void CFG_09_NoMoreItemsWait_ThanTheInterpretersLimit()
    {
        using var runtime = RuntimeState.Initialize();
        var interp = runtime.CreateInterpreter(new InterpreterOptions { Limits = new InterpreterLimits { MaxQueuedItems = 2 } });
        var queue = runtime.CreateQueue<object>(new CrossQueueOptions { Capacity = 5 });
        var (send, receive) = runtime.CreateChannel<int>();
        interp.Enter(tstate =>
        {
            queue.Put(tstate, 1);
            send.Send(tstate, 2);
            var error = Assert.Throws<InterpreterQuotaException>(() => queue.Put(tstate, 3));
            Assert.Equal(nameof(InterpreterLimits.MaxQueuedItems), error.Limit);
            Assert.Throws<InterpreterQuotaException>(() => send.Send(tstate, 3));
            Assert.Equal(2, queue.Count + send.Count);

            receive.Receive(tstate);
            Assert.Throws<NotShareableException>(() => queue.Put(tstate, new object()));
            Assert.Throws<TimeoutException>(() => send.SendAndWait(tstate, 3, TimeSpan.FromMilliseconds(1)));
            queue.Put(tstate, 4);
            Assert.Throws<InterpreterQuotaException>(() => queue.TryPut(tstate, 5));
            queue.Dispose();
            send.Send(tstate, 5);
            send.Send(tstate, 6);
            Assert.Throws<InterpreterQuotaException>(() => send.Send(tstate, 7));
        });
    }

    [Fact]
    public void AQueueThatIsDone_IsKeptByNobody()
    {
        using var runtime = RuntimeState.Initialize();
        var queue = Use(runtime);
        for (var i = 0; i < 10 && queue.IsAlive; i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        Assert.False(queue.IsAlive);

        [MethodImpl(MethodImplOptions.NoInlining)]
        static WeakReference Use(RuntimeState runtime)
        {
            var queue = runtime.CreateQueue<int>();
            runtime.Main.Enter(tstate => queue.Put(tstate, 1));
            queue.Dispose();
            return new WeakReference(queue);
        }
    }
}
