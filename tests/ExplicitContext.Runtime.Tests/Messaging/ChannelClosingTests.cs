namespace ExplicitContext.Runtime.Tests;

/// <summary>CHN: closing and releasing.</summary>
public sealed class ChannelClosingTests : MessagingTest
{
    private readonly SendEnd<int> send;
    private readonly ReceiveEnd<int> receive;

    public ChannelClosingTests() => (send, receive) = Runtime.CreateChannel<int>();

    [Fact]
    public void CHN_08_ClosedByItsOneUser_ItIsClosed()
    {
        A.Enter(tstate =>
        {
            send.Send(tstate, 1);
            receive.Receive(tstate);
            send.Close();
            Assert.Equal(send.Id, Assert.Throws<ChannelClosedException>(() => send.Send(tstate, 2)).Channel);
            Assert.Throws<ChannelClosedException>(() => send.SendAndWait(tstate, 2));
            Assert.Throws<ChannelClosedException>(() => receive.Receive(tstate));
            Assert.Throws<ChannelClosedException>(() => receive.TryReceive(tstate, out _));
        });
    }

    [Fact]
    public void CHN_09_ClosedByOneOfSeveralUsers_ItIsClosedForAll()
    {
        A.Enter(tstate => send.Send(tstate, 1));
        B.Enter(tstate => receive.Receive(tstate));
        B.Enter(_ => receive.Close());
        A.Enter(tstate => Assert.Throws<ChannelClosedException>(() => send.Send(tstate, 2)));
        B.Enter(tstate => Assert.Throws<ChannelClosedException>(() => receive.Receive(tstate)));
        Runtime.Main.Enter(tstate => Assert.Throws<ChannelClosedException>(() => send.Send(tstate, 2)));
    }

    [Fact]
    public void CHN_10_ClosingTwice_IsRefused()
    {
        send.Close();
        Assert.Throws<ChannelClosedException>(() => send.Close());
        Assert.Throws<ChannelClosedException>(() => receive.Close());
        Assert.Throws<ChannelClosedException>(() => send.CloseBoth());
        Assert.Throws<ChannelClosedException>(() => receive.Close(force: true));
    }

    [Fact]
    public void CHN_11_WithItemsInIt_OnlyTheSendEndCloses()
    {
        send.Send(1);
        Assert.Throws<ChannelNotEmptyException>(() => receive.Close());
        Assert.Throws<ChannelNotEmptyException>(() => receive.CloseBoth());
        Assert.False(send.IsClosed);
        send.Close();
        Assert.Throws<ChannelClosedException>(() => send.Close());
        Assert.Throws<ChannelNotEmptyException>(() => receive.Close());
        Assert.Equal(1, receive.Count);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public void CHN_12_ByForce_ItemsAreReleased(int which)
    {
        var (buffers, views) = Runtime.CreateChannel<SharedBuffer>();
        var blocks = new Block[] { new(), new() };
        foreach (var block in blocks) block.Send(view => buffers.Send(view));
        Action<bool> close = which switch { 0 => buffers.Close, 1 => views.Close, _ => views.CloseBoth };
        close(true);

        Assert.All(blocks, block => Assert.Equal(1, block.Released));
        Assert.Equal(0, views.Count);
        Assert.Throws<ChannelClosedException>(() => views.Receive());
    }

    [Fact]
    public void CHN_12_WhatIsBeingDrained_CanBeGivenUpByForce()
    {
        send.Send(1);
        send.Close();
        send.Close(force: true);
        Assert.Throws<ChannelClosedException>(() => receive.Receive());
    }

    [Fact]
    public void CHN_13_AChannelThatNobodyHasUsed_CanBeClosedByAnybody()
    {
        B.Enter(_ => send.Close());
        A.Enter(tstate => Assert.Throws<ChannelClosedException>(() => receive.Receive(tstate)));

        var (used, _) = Runtime.CreateChannel<int>();
        A.Enter(tstate => used.Send(tstate, 1));
        B.Enter(_ => used.CloseBoth(force: true));
        A.Enter(tstate => Assert.Throws<ChannelClosedException>(() => used.Send(tstate, 2)));
    }

    [Fact]
    public void CHN_14_AfterTheSendEndIsClosed_TheRestIsReceived_ThenItIsClosed()
    {
        A.Enter(tstate =>
        {
            send.Send(tstate, 1);
            send.Send(tstate, 2);
            send.Close();
            Assert.Throws<ChannelClosedException>(() => send.Send(tstate, 3));
        });
        B.Enter(tstate =>
        {
            Assert.Equal(1, receive.Receive(tstate).Value);
            Assert.False(receive.IsClosed);
            Assert.Equal(2, receive.Receive(tstate).Value);
            Assert.True(receive.IsClosed);
            Assert.Throws<ChannelClosedException>(() => receive.Receive(tstate));
        });
    }

    [Fact]
    public void CHN_14_TheLastItemThatLeavesInAnotherWay_ClosesItToo()
    {
        A.Enter(tstate => send.Send(tstate, 1, OnSenderGone.Remove));
        send.Close();
        Assert.False(receive.IsClosed);
        A.Close();
        Assert.True(receive.IsClosed);

        var (other, _) = Runtime.CreateChannel<int>();
        using var source = new CancellationTokenSource();
        var withdrawn = other.SendAndWaitAsync(1, cancellationToken: source.Token).AsTask();
        other.Close();
        Assert.DoesNotContain(send.Id, Runtime.Channels);
        Assert.Contains(other.Id, Runtime.Channels);
        source.Cancel();
        Assert.IsType<TaskCanceledException>(Assert.Throws<AggregateException>(() => withdrawn.Wait(Harness.Patience)).InnerException);
        Assert.DoesNotContain(other.Id, Runtime.Channels);
    }

    [Fact]
    public void CHN_15_ReleasedByTheOnlyUser_ItIsClosed_AndOnceMoreIsFine()
    {
        A.Enter(tstate =>
        {
            send.Send(tstate, 1);
            receive.Receive(tstate);
            send.ReleaseBoth(tstate);
            Assert.Throws<ChannelClosedException>(() => send.Send(tstate, 2));
            Assert.Throws<ChannelClosedException>(() => receive.Receive(tstate));
            send.ReleaseBoth(tstate);
            receive.Release(tstate);
        });
        Assert.True(send.IsClosed && receive.IsClosed);
    }

    [Fact]
    public void CHN_15_ReleasedByOneOfSeveralUsers_ItIsClosedForThatOneOnly()
    {
        A.Enter(tstate => send.Send(tstate, 1));
        B.Enter(tstate => Assert.Equal(1, receive.Receive(tstate).Value));
        A.Enter(tstate =>
        {
            send.ReleaseBoth(tstate);
            send.ReleaseBoth(tstate);
            Assert.Contains($"Interpreter {A.Id} has released", Assert.Throws<ChannelClosedException>(() => send.Send(tstate, 2)).Message);
            Assert.Throws<ChannelClosedException>(() => receive.Receive(tstate));
        });
        B.Enter(tstate => send.Send(tstate, 3));
        Assert.Equal(3, B.Enter(tstate => receive.Receive(tstate).Value));
        Assert.False(send.IsClosed || receive.IsClosed);
    }

    [Fact]
    public void CHN_15_ReleasingOneEnd_KeepsTheOther() =>
        A.Enter(tstate =>
        {
            send.Send(tstate, 1);
            receive.Receive(tstate);
            send.Send(tstate, 2);
            send.Release(tstate);
            Assert.Throws<ChannelClosedException>(() => send.Send(tstate, 3));
            Assert.Equal(2, receive.Receive(tstate).Value);
            Assert.Throws<ChannelEmptyException>(() => receive.Receive(tstate, TimeSpan.Zero));
            receive.Release(tstate);
            Assert.Throws<ChannelClosedException>(() => receive.Receive(tstate));
        });

    [Fact]
    public void CHN_15_ReleasedByWhoNeverUsedIt_OthersGoOn_AndWhereNobodyDoes_ItIsClosed()
    {
        A.Enter(tstate => send.Send(tstate, 1));
        B.Enter(send.ReleaseBoth);
        A.Enter(tstate => Assert.Equal(1, receive.Receive(tstate).Value));

        var (never, _) = Runtime.CreateChannel<int>();
        B.Enter(never.ReleaseBoth);
        Assert.True(never.IsClosed);
    }

    [Fact]
    public void CHN_16_ReleasedWithItemsInIt_TheyAreFreed()
    {
        var (buffers, views) = Runtime.CreateChannel<SharedBuffer>();
        var block = new Block();
        A.Enter(tstate =>
        {
            block.Send(view => buffers.Send(tstate, view));
            buffers.ReleaseBoth(tstate);
        });
        Assert.Equal(1, block.Released);
        B.Enter(tstate => Assert.Throws<ChannelClosedException>(() => views.Receive(tstate)));
    }

    [Fact]
    public void CHN_19_IsClosed_InEveryState()
    {
        Assert.Equal((false, false), Closed());
        send.Send(1);
        Assert.Equal((false, false), Closed());
        send.Close();
        Assert.Equal((true, false), Closed());
        receive.Receive();
        Assert.Equal((true, true), Closed());
        send.Destroy();
        Assert.Equal((true, true), Closed());

        var (other, otherReceive) = Runtime.CreateChannel<int>();
        other.Destroy();
        Assert.True(other.IsClosed && otherReceive.IsClosed);

        (bool, bool) Closed() => (send.IsClosed, receive.IsClosed);
    }
}
