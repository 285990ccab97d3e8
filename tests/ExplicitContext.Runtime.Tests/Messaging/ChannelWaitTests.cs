namespace ExplicitContext.Runtime.Tests;

/// <summary>CHN: who waits at a channel, and what ends the wait.</summary>
public sealed class ChannelWaitTests : MessagingTest
{
    private readonly SendEnd<int> send;
    private readonly ReceiveEnd<int> receive;

    public ChannelWaitTests() => (send, receive) = Runtime.CreateChannel<int>();

    [Fact]
    public void CHN_04_SendAndWait_ReturnsOnlyAfterTheReceive()
    {
        var received = false;
        var sender = Harness.Background.Start(() => A.Enter(tstate =>
        {
            send.SendAndWait(tstate, 1);
            Assert.True(Volatile.Read(ref received));
        }));
        AwaitWaiters(1);
        Volatile.Write(ref received, true);
        Assert.Equal(1, B.Enter(tstate => receive.Receive(tstate).Value));
        sender.Join();
    }

    [Fact]
    public void CHN_04_Send_TellsWhetherSomebodyWaited()
    {
        var receiver = Harness.Background.Start(() => A.Enter(tstate => Assert.Equal(1, receive.Receive(tstate).Value)));
        AwaitWaiters(1);
        Assert.True(B.Enter(tstate => send.Send(tstate, 1)));
        receiver.Join();
        Assert.False(B.Enter(tstate => send.Send(tstate, 2)));
        Assert.Equal(2, receive.Receive().Value);
    }

    [Fact]
    public void CHN_04_SendAndWait_ReturnsAtOnce_WhereSomebodyWaits()
    {
        var receiver = Harness.Background.Start(() => A.Enter(tstate => Assert.Equal(1, receive.Receive(tstate).Value)));
        AwaitWaiters(1);
        B.Enter(tstate => send.SendAndWait(tstate, 1));
        receiver.Join();
    }

    [Fact]
    public void CHN_04_WaitingReleasesTheInterpretersLock()
    {
        var sender = Harness.Background.Start(() => A.Enter(tstate => send.SendAndWait(tstate, 1)));
        AwaitWaiters(1);
        Assert.Equal(1, A.Enter(tstate => receive.Receive(tstate).Value));
        sender.Join();
    }

    [Fact]
    public void CHN_05_ASendThatNobodyReceivesInTime_IsWithdrawn()
    {
        A.Enter(tstate =>
        {
            Assert.Contains("withdrawn", Assert.Throws<TimeoutException>(() => send.SendAndWait(tstate, 1, Moment)).Message);
            Assert.Throws<TimeoutException>(() => send.SendAndWait(tstate, 1, TimeSpan.Zero));
            Assert.Throws<ArgumentOutOfRangeException>(() => send.SendAndWait(tstate, 1, -Moment));
        });
        Assert.Equal(0, receive.Count);
    }

    [Fact]
    public void CHN_05_OnlyTheItemThatWasInVain_IsWithdrawn()
    {
        send.Send(1);
        A.Enter(tstate =>
        {
            var late = send.SendAndWaitAsync(tstate, 3);
            Assert.Throws<TimeoutException>(() => send.SendAndWait(tstate, 2, TimeSpan.Zero));
            Assert.False(late.IsCompleted);
        });
        Assert.Equal([1, 3], new[] { receive.Receive().Value, receive.Receive().Value });
    }

    [Fact]
    public async Task CHN_05_ASendThatIsCancelled_IsWithdrawn()
    {
        using var source = new CancellationTokenSource();
        var sender = Harness.Background.Start(() => A.Enter(tstate =>
            Assert.Throws<OperationCanceledException>(() => send.SendAndWait(tstate, 1, cancellationToken: source.Token))));
        var task = send.SendAndWaitAsync(2, cancellationToken: source.Token).AsTask();
        AwaitWaiters(2);
        source.Cancel();
        sender.Join();
        await Assert.ThrowsAsync<OperationCanceledException>(() => task);

        Assert.Equal(0, receive.Count);
        Assert.True(send.SendAndWaitAsync(3, cancellationToken: source.Token).IsCanceled);
        Assert.Throws<OperationCanceledException>(() => send.SendAndWait(3, cancellationToken: source.Token));
        Assert.Equal(0, receive.Count);
    }

    [Fact]
    public void CHN_06_ASenderThatWaits_LearnsThatTheChannelIsClosed()
    {
        var sender = Harness.Background.Start(() => A.Enter(tstate => Assert.Throws<ChannelClosedException>(() => send.SendAndWait(tstate, 1))));
        AwaitWaiters(1);
        receive.Close(force: true);
        sender.Join();
    }

    [Fact]
    public void CHN_06_AReceiverThatWaits_LearnsThatTheChannelIsClosedOrDestroyed()
    {
        var closed = Harness.Background.Start(() => A.Enter(tstate => Assert.Throws<ChannelClosedException>(() => receive.Receive(tstate))));
        AwaitWaiters(1);
        send.Close();
        closed.Join();

        var (_, other) = Runtime.CreateChannel<int>();
        var task = other.ReceiveAsync().AsTask();
        other.Destroy();
        Assert.IsType<ChannelNotFoundException>(Assert.Throws<AggregateException>(() => task.Wait(Harness.Patience)).InnerException);
    }

    [Fact]
    public void CHN_06_AReceiverWhoseInterpreterReleasesTheEnd_IsSentHome()
    {
        B.Enter(tstate => send.Send(tstate, 0));
        B.Enter(tstate => receive.Receive(tstate));
        var released = Harness.Background.Start(() => A.Enter(tstate => Assert.Throws<ChannelClosedException>(() => receive.Receive(tstate))));
        var stays = Harness.Background.Start(() => B.Enter(tstate => Assert.Equal(1, receive.Receive(tstate).Value)));
        AwaitWaiters(2);
        A.Enter(receive.Release);
        released.Join();
        send.Send(1);
        stays.Join();
    }

    [Fact]
    public void CHN_06_AClosedEndLetsASenderWait_UntilItsItemIsReceived()
    {
        var sender = Harness.Background.Start(() => A.Enter(tstate => send.SendAndWait(tstate, 1)));
        AwaitWaiters(1);
        send.Close();
        Assert.Equal(1, receive.Receive().Value);
        sender.Join();
        Assert.True(receive.IsClosed);
    }

    [Fact]
    public void CHN_18_ASenderThatIsClosedWhileItWaits_HasSentNothing()
    {
        var sender = Harness.Background.Start(() => Assert.ThrowsAny<InterpreterFinalizingException>(() => A.Enter(tstate => send.SendAndWait(tstate, 1))));
        AwaitWaiters(1);
        A.Close();
        sender.Join();
        Assert.Equal(0, receive.Count);
    }

    [Fact]
    public void CHN_18_AReceiverThatIsClosed_StopsWaiting_AndTheItemItWasHandedGoesToTheNext()
    {
        var receiver = Harness.Background.Start(() => Assert.ThrowsAny<InterpreterFinalizingException>(() => A.Enter(tstate => { receive.Receive(tstate); })));
        AwaitWaiters(1);
        A.AddPendingCall(_ => Harness.Background.Start(() => B.Enter(tstate => Assert.True(send.Send(tstate, 7)))).Join());
        A.Close();
        receiver.Join();
        Assert.Equal(7, receive.Receive(TimeSpan.Zero).Value);
    }

    [Fact]
    public async Task CHN_04_AsyncSendAndReceive_MeetEachOther()
    {
        var sent = A.Enter(tstate => send.SendAndWaitAsync(tstate, 1));
        Assert.False(sent.IsCompleted);
        Assert.Equal(1, (await B.Enter(tstate => receive.ReceiveAsync(tstate))).Value);
        await sent;

        var received = B.Enter(tstate => receive.ReceiveAsync(tstate));
        Assert.True(A.Enter(tstate => send.SendAndWaitAsync(tstate, 2)).IsCompletedSuccessfully);
        Assert.Equal(2, (await received).Value);
    }

    [Fact]
    public void CHN_02_FromSeveralThreads_EachItemIsReceivedExactlyOnce()
    {
        const int Each = 500;
        var got = new int[2 * Each];
        Harness.InParallel(
            () => A.Enter(tstate => { for (var i = 0; i < Each; i++) send.SendAndWait(tstate, i); }),
            () => B.Enter(tstate => { for (var i = 0; i < Each; i++) send.Send(tstate, Each + i); }),
            () => A.Enter(tstate => { for (var i = 0; i < Each; i++) Interlocked.Increment(ref got[receive.Receive(tstate).Value]); }),
            () => { for (var i = 0; i < Each; i++) Interlocked.Increment(ref got[receive.Receive().Value]); });
        Assert.All(got, times => Assert.Equal(1, times));
    }

    private void AwaitWaiters(int count) => Harness.Until(() => send.WaiterCount == count, $"{count} to wait at the channel");
}
