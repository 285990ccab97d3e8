namespace ExplicitContext.Runtime.Tests;

/// <summary>CHN: what a channel is, and what goes through it.</summary>
public sealed class ChannelTests : MessagingTest
{
    [Fact]
    public void CHN_01_AChannel_HasTwoEndsWithOneId()
    {
        var (send, receive) = Runtime.CreateChannel<int>();
        Assert.Equal(send.Id, receive.Id);
        Assert.False(send.Equals((object)receive));
        Assert.Equal((typeof(int), typeof(int)), (send.ItemType, receive.ItemType));
    }

    [Theory]
    [InlineData(false, false)]
    [InlineData(false, true)]
    [InlineData(true, false)]
    [InlineData(true, true)]
    public void CHN_02_WhatIsSent_IsReceived_WhereverTheEndsAre(bool otherInterpreter, bool otherThread)
    {
        var (send, receive) = Runtime.CreateChannel<CopyOnSend<int[]>>();
        var sent = new[] { 1, 2 };
        A.Enter(tstate => Assert.False(send.Send(tstate, Shareable.Copy(sent))));
        int[]? received = null;
        var receiver = otherInterpreter ? B : A;
        if (otherThread) Harness.Background.Start(() => receiver.Enter(Receive)).Join();
        else receiver.Enter(Receive);

        Assert.Equal(sent, received);
        Assert.NotSame(sent, received);

        void Receive(ThreadState tstate) => received = receive.Receive(tstate).Value.Value;
    }

    [Fact]
    public void CHN_02_AnEndThatIsSent_IsTheSameEnd()
    {
        var (send, receive) = Runtime.CreateChannel<ChannelEnd>();
        A.Enter(tstate => send.Send(tstate, receive));
        Assert.Same(receive, B.Enter(tstate => receive.Receive(tstate).Value));
    }

    [Fact]
    public void CHN_03_AnEmptyChannel_HasNothing_OrTheDefault()
    {
        var (send, receive) = Runtime.CreateChannel<int>();
        A.Enter(tstate =>
        {
            Assert.Equal(receive.Id, Assert.Throws<ChannelEmptyException>(() => receive.Receive(tstate, TimeSpan.Zero)).Channel);
            Assert.False(receive.TryReceive(tstate, out _));
            Assert.Equal(-1, receive.ReceiveOr(tstate, -1).Value);
            send.Send(tstate, 5);
            Assert.Equal(5, receive.ReceiveOr(tstate, -1).Value);
        });
        Assert.Equal(-2, receive.ReceiveOr(-2).Value);
        Assert.False(A.Enter(tstate => receive.TryReceive(tstate, out _, TimeSpan.FromMilliseconds(1))));
        Assert.False(receive.TryReceive(out _, TimeSpan.Zero));
        Assert.False(receive.TryReceive(out _));
    }

    [Fact]
    public void CHN_07_ADestroyedOrUnknownChannel_IsNotFound()
    {
        var (send, receive) = Runtime.CreateChannel<int>();
        send.Send(1);
        receive.Destroy();
        Assert.Equal(send.Id, Assert.Throws<ChannelNotFoundException>(() => send.Send(1)).Channel);
        Assert.Throws<ChannelNotFoundException>(() => send.SendAndWait(1));
        Assert.Throws<ChannelNotFoundException>(() => receive.Receive());
        Assert.Throws<ChannelNotFoundException>(() => receive.TryReceive(out _));
        Assert.Throws<ChannelNotFoundException>(() => { _ = send.SendAndWaitAsync(1); });
        Assert.Throws<ChannelNotFoundException>(() => { _ = receive.ReceiveAsync(); });
        Assert.Throws<ChannelNotFoundException>(() => send.Close());
        Assert.Throws<ChannelNotFoundException>(() => receive.CloseBoth(force: true));
        Assert.Throws<ChannelNotFoundException>(() => A.Enter(send.Release));
        Assert.Throws<ChannelNotFoundException>(() => send.Interpreters);
        Assert.Throws<ChannelNotFoundException>(send.Destroy);
        Assert.Throws<ChannelNotFoundException>(() => Runtime.GetChannel<int>(send.Id));
        Assert.Throws<ChannelNotFoundException>(() => Runtime.GetChannel<int>(new ChannelId(99)));

        var (other, _) = Runtime.CreateChannel<string>();
        Assert.Contains("String", Assert.Throws<ChannelNotFoundException>(() => Runtime.GetChannel<int>(other.Id)).Message);
    }

    [Fact]
    public void CHN_20_Ids_AreSequentialAcrossInterpreters_AndTellEndsApart()
    {
        var (first, firstReceive) = Runtime.CreateChannel<int>();
        var (second, _) = A.Enter(tstate => tstate.Interp.Runtime.CreateChannel<string>());
        var (third, _) = B.Enter(tstate => tstate.Interp.Runtime.CreateChannel<int>());
        Assert.Equal([1, 2, 3], new[] { first.Id.Value, second.Id.Value, third.Id.Value });

        Assert.Equal((first, firstReceive), Runtime.GetChannel<int>(first.Id));
        Assert.Equal(first.GetHashCode(), Runtime.GetChannel<int>(first.Id).Send.GetHashCode());
        Assert.NotEqual(first, third);
        Assert.Equal("Send end of channel 1", first.ToString());
        Assert.Equal("Receive end of channel 1", firstReceive.ToString());

        Assert.Equal(new ChannelId(1), first.Id);
        Assert.True(first.Id == firstReceive.Id && first.Id != second.Id);
        Assert.Equal(new ChannelId(1).GetHashCode(), first.Id.GetHashCode());
        Assert.Equal("1", first.Id.ToString());
        Assert.Throws<ArgumentOutOfRangeException>(() => new ChannelId(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => new ChannelId(long.MinValue));
        Assert.Throws<ChannelNotFoundException>(() => Runtime.GetChannel<int>(default));
    }

    [Fact]
    public void CHN_21_Listed_AreThoseThatAreNeitherClosedNorDestroyed()
    {
        var channels = Enumerable.Range(0, 5).Select(_ => Runtime.CreateChannel<int>()).ToList();
        Assert.Equal([1, 2, 3, 4, 5], Runtime.Channels.Select(id => id.Value));

        channels[0].Send.CloseBoth();
        channels[1].Send.Destroy();
        A.Enter(tstate => channels[2].Send.Send(tstate, 1));
        B.Enter(tstate => channels[2].Receive.Receive(tstate));
        A.Enter(channels[2].Send.ReleaseBoth);
        channels[3].Send.Send(1);
        channels[3].Send.Close();
        Assert.Equal([3, 4, 5], Runtime.Channels.Select(id => id.Value));

        channels[3].Receive.Receive();
        B.Enter(channels[2].Send.ReleaseBoth);
        Assert.Equal([5], Runtime.Channels.Select(id => id.Value));
    }

    [Fact]
    public void CHN_02_WhatIsNotShareable_IsRefused_AndTheChannelIsAsItWas()
    {
        var (send, receive) = Runtime.CreateChannel<object>();
        A.Enter(tstate =>
        {
            Assert.Throws<NotShareableException>(() => send.Send(tstate, new object()));
            Assert.Throws<NotShareableException>(() => send.SendAndWait(tstate, new object()));
            Assert.Throws<NotShareableException>(() => { _ = send.SendAndWaitAsync(tstate, new object()); });
        });
        Assert.Equal(0, receive.Count);
        Assert.Empty(send.Interpreters);
    }
}
