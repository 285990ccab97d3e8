namespace ExplicitContext.Runtime.Tests;

/// <summary>What others ask of a thread reaches it while it waits at a queue or a channel.</summary>
public sealed class QueueCallTests : MessagingTest
{
    private readonly CrossQueue<int> queue;

    public QueueCallTests() => queue = Runtime.CreateQueue<int>();

    [Fact]
    public void RUN_30_ARunThatIsCancelled_DoesNotWaitOn()
    {
        using var source = new CancellationTokenSource();
        var run = Harness.Background.Start(() =>
            Assert.Throws<OperationCanceledException>(() => A.Run(static (tstate, queue) => { queue.Get(tstate); }, queue, source.Token)));
        QueueWaitTests.AwaitWaiters(queue, 1);
        source.Cancel();
        run.Join();
        Assert.Equal(0, queue.WaiterCount);
    }

    [Fact]
    public void PEN_14_AnAsyncException_IsThrownByAThreadThatWaits()
    {
        var (send, _) = Runtime.CreateChannel<int>();
        ThreadState? waiting = null;
        var sender = Harness.Background.Start(() => A.Enter(tstate =>
        {
            waiting = tstate;
            Assert.Throws<FormatException>(() => send.SendAndWait(tstate, 1));
        }));
        Harness.Until(() => send.WaiterCount == 1, "the sender to wait");
        waiting!.SetAsyncException(new FormatException());
        sender.Join();
        Assert.Equal(0, send.Count);
    }

    [Fact]
    public void PEN_15_AnInterrupt_ReachesTheMainThreadWhereItWaits() =>
        Harness.Background.Start(() =>
        {
            using var runtime = RuntimeState.Initialize();
            var empty = runtime.CreateQueue<int>();
            var interrupting = Harness.Background.Start(() =>
            {
                QueueWaitTests.AwaitWaiters(empty, 1);
                runtime.Interrupt();
            });
            runtime.Main.Enter(tstate => Assert.Throws<InterpreterInterruptedException>(() => empty.Get(tstate)));
            interrupting.Join();
            Assert.Equal(0, empty.WaiterCount);
        }).Join();

    [Fact]
    public void PEN_04_AMainThreadCall_RunsWhileTheThreadWaits_WhichKeepsItsPlace() =>
        Harness.Background.Start(() =>
        {
            using var runtime = RuntimeState.Initialize();
            var empty = runtime.CreateQueue<int>();
            var other = Harness.Background.Start(() =>
            {
                QueueWaitTests.AwaitWaiters(empty, 1);
                using var ran = new ManualResetEventSlim();
                runtime.AddMainThreadCall(_ => ran.Set());
                ran.Await("the call to run on the waiting thread");
                QueueWaitTests.AwaitWaiters(empty, 1);
                empty.Put(7);
            });
            Assert.Equal(7, runtime.Main.Enter(tstate => empty.Get(tstate).Value));
            other.Join();
        }).Join();

    [Fact]
    public void PEN_08_WhatACallThrows_EndsTheWait_AndAnItemThatCameMeanwhileIsNotLost() =>
        Harness.Background.Start(() =>
        {
            using var runtime = RuntimeState.Initialize();
            var empty = runtime.CreateQueue<int>();
            var other = Harness.Background.Start(() =>
            {
                QueueWaitTests.AwaitWaiters(empty, 1);
                runtime.AddMainThreadCall(_ =>
                {
                    empty.Put(7);
                    throw new FormatException();
                });
            });
            runtime.Main.Enter(tstate => Assert.Throws<FormatException>(() => empty.Get(tstate)));
            other.Join();
            Assert.Equal(7, empty.Get(TimeSpan.Zero).Value);
        }).Join();

    [Fact]
    public void RUN_30_ACancelledRunAroundThisOne_DoesNotKeepItFromWaiting()
    {
        using var outer = new CancellationTokenSource();
        var seen = new ManualResetEventSlim();
        var run = Harness.Background.Start(() => Assert.Throws<OperationCanceledException>(() => Runtime.Main.Run(
            static (tstate, queue) =>
            {
                tstate.Interp.Run(static (tstate, queue) => { queue.Get(tstate); }, queue);
                tstate.CheckBreaker();
            },
            queue,
            outer.Token)));
        QueueWaitTests.AwaitWaiters(queue, 1);
        outer.Cancel();
        Assert.False(seen.Wait(20));
        Assert.Equal(1, queue.WaiterCount);
        queue.Put(1);
        run.Join();
        Assert.True(queue.IsEmpty);
    }
}
