namespace ExplicitContext.Runtime.Tests;

/// <summary>CHN: which interpreters use which end, and what their own end means; and buffers.</summary>
public sealed class ChannelUsersTests : MessagingTest
{
    private readonly SendEnd<int> send;
    private readonly ReceiveEnd<int> receive;

    public ChannelUsersTests() => (send, receive) = Runtime.CreateChannel<int>();

    [Fact]
    public void CHN_17_WhoHasUsedAnEnd_IsListedThere()
    {
        AssertUsers([], []);
        send.Send(0);
        receive.Receive();
        AssertUsers([], []);
        A.Enter(tstate => send.Send(tstate, 1));
        AssertUsers([A], []);
        B.Enter(tstate => send.Send(tstate, 2));
        B.Enter(tstate => receive.Receive(tstate));
        AssertUsers([A, B], [B]);
        Runtime.Main.Enter(tstate => receive.ReceiveOr(tstate, 0));
        Runtime.Main.Enter(tstate => receive.ReceiveOr(tstate, 0));
        AssertUsers([A, B], [B, Runtime.Main]);
    }

    [Fact]
    public void CHN_17_WhoHasReleasedOrClosed_IsNot()
    {
        foreach (var interp in new[] { A, B }) interp.Enter(tstate => send.Send(tstate, 1));
        B.Enter(tstate => receive.Receive(tstate));
        A.Enter(send.Release);
        AssertUsers([B], [B]);
        B.Close();
        AssertUsers([], []);

        send.Close();
        Assert.Throws<ChannelClosedException>(() => send.Interpreters);
        Assert.Empty(receive.Interpreters);
        receive.Receive();
        Assert.Throws<ChannelClosedException>(() => receive.Interpreters);
    }

    [Theory]
    [InlineData(OnSenderGone.Placeholder)]
    [InlineData(OnSenderGone.Throw)]
    [InlineData(OnSenderGone.Remove)]
    public void CHN_18_WhatAClosedInterpreterSent_FollowsTheRule(OnSenderGone rule)
    {
        var (byChannel, receiveByChannel) = Runtime.CreateChannel<SharedBuffer>(rule);
        var block = new Block();
        A.Enter(tstate => block.Send(view => byChannel.Send(tstate, view)));
        A.Enter(tstate => send.Send(tstate, 1, rule));
        B.Enter(tstate => send.Send(tstate, 2));
        A.Close();

        Assert.Equal(1, block.Released);
        AssertUsers([B], []);
        Assert.Equal(rule == OnSenderGone.Remove ? 1 : 2, receive.Count);
        Assert.Equal(rule == OnSenderGone.Remove ? 0 : 1, receiveByChannel.Count);
        if (rule == OnSenderGone.Placeholder) Assert.Equal(A.Id, receive.Receive().GoneSender);
        if (rule == OnSenderGone.Throw) Assert.Throws<ItemInterpreterDestroyedException>(() => receive.Receive());
        Assert.Equal(2, receive.Receive().Value);
    }

    [Fact]
    public void CHN_18_TheEndOfTheOnlyUser_ClosesNoChannel()
    {
        A.Enter(tstate => send.Send(tstate, 1));
        A.Close();
        Assert.Contains(send.Id, Runtime.Channels);
        Assert.True(B.Enter(tstate => receive.Receive(tstate)).IsPlaceholder);
        B.Enter(tstate => send.Send(tstate, 2));
        Assert.Equal(2, B.Enter(tstate => receive.Receive(tstate).Value));
    }

    [Fact]
    public void CHN_18_AnInterpreterThatIsFinalizing_CannotBeginToUseAChannel()
    {
        Exception? error = null;
        A.Enter(tstate => tstate.Interp.AtExit(closing => error = Record.Exception(() => send.Send(closing, 1))));
        A.Close();
        Assert.IsType<InterpreterFinalizingException>(error);
        AssertUsers([], []);
        Assert.Equal(0, send.Count);
    }

    private void AssertUsers(InterpreterState[] senders, InterpreterState[] receivers)
    {
        Assert.Equal(senders, send.Interpreters);
        Assert.Equal(receivers, receive.Interpreters);
    }
}
