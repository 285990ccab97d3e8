namespace ExplicitContext.Runtime.Tests;

/// <summary>CHN-22: memory that both sides see.</summary>
public sealed class ChannelBufferTests : MessagingTest
{
    private readonly SendEnd<SharedBuffer> send;
    private readonly ReceiveEnd<SharedBuffer> receive;

    public ChannelBufferTests() => (send, receive) = Runtime.CreateChannel<SharedBuffer>();

    [Fact]
    public void CHN_22_ABufferThatIsSent_SharesItsMemory()
    {
        var memory = new byte[8];
        A.Enter(tstate => Assert.False(send.SendBuffer(tstate, memory.AsMemory(2, 4))));
        B.Enter(tstate =>
        {
            using var view = receive.Receive(tstate).Value;
            Assert.Equal(4, view.Length);
            view.Span[0] = 7;
        });
        Assert.Equal(7, memory[2]);
    }

    [Fact]
    public void CHN_22_ABlockingSend_WaitsForTheReceiver()
    {
        var memory = new byte[] { 1 };
        var sender = Harness.Background.Start(() => A.Enter(tstate => send.SendBufferAndWait(tstate, memory)));
        Harness.Until(() => send.WaiterCount == 1, "the sender to wait");
        using var view = B.Enter(tstate => receive.Receive(tstate).Value);
        sender.Join();
        memory[0] = 9;
        Assert.Equal(9, view.Span[0]);
    }

    [Fact]
    public void CHN_22_ABufferThatNobodyReceivesInTime_IsReleased_AndTheSenderStillHasIt()
    {
        var block = new Block();
        using (var mine = SharedBuffer.FromOwner(block, 16))
        {
            A.Enter(tstate => Assert.Throws<TimeoutException>(() => send.SendAndWait(tstate, mine, TimeSpan.FromMilliseconds(1))));
            Assert.Throws<TimeoutException>(() => A.Enter(tstate => send.SendBufferAndWait(tstate, mine.Memory, TimeSpan.FromMilliseconds(1))));
            mine.Span[0] = 1;
            Assert.Equal(0, block.Released);
        }

        Assert.Equal(1, block.Released);
        Assert.Equal(0, receive.Count);
    }

    [Fact]
    public void CHN_22_ABufferWhoseChannelIsClosedWhileTheSenderWaits_IsReleasedOnce()
    {
        var block = new Block();
        var sender = Harness.Background.Start(() => A.Enter(tstate =>
            block.Send(view => Assert.Throws<ChannelClosedException>(() => send.SendAndWait(tstate, view)))));
        Harness.Until(() => send.WaiterCount == 1, "the sender to wait");
        receive.Close(force: true);
        sender.Join();
        Assert.Equal(1, block.Released);
        Assert.Throws<ChannelClosedException>(() => A.Enter(tstate => send.SendBuffer(tstate, new byte[1])));
    }
}
