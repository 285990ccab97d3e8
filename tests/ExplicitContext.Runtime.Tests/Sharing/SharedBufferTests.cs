using System.Buffers;

namespace ExplicitContext.Runtime.Tests;

/// <summary>Bytes that both sides see, released once.</summary>
public class SharedBufferTests
{
    [Fact]
    public void SHR_19_WhatTheReceiverWrites_TheSenderSees()
    {
        using var mine = SharedBuffer.Allocate(4);
        using var theirs = Crossing.Send((1, mine), null).Item2;

        theirs.Span[2] = 7;

        Assert.NotSame(mine, theirs);
        Assert.Equal([0, 0, 7, 0], mine.ReadOnlySpan.ToArray());
        Assert.Equal(4, theirs.Length);
    }

    [Fact]
    public void SHR_19_Bounds_AreChecked()
    {
        using var buffer = SharedBuffer.Allocate(4);
        using var slice = buffer.Slice(1, 2);
        slice.Span[0] = 9;
        Assert.Equal(9, buffer.Span[1]);
        Assert.Throws<IndexOutOfRangeException>(() => slice.Span[2]);
        Assert.Throws<ArgumentOutOfRangeException>(() => buffer.Slice(3, 2));
        Assert.Throws<ArgumentOutOfRangeException>(() => buffer.Slice(-1, 2));
        Assert.Throws<ArgumentOutOfRangeException>(() => slice.Slice(0, 3));
        Assert.Throws<ArgumentOutOfRangeException>(() => SharedBuffer.Allocate(-1));
    }

    [Fact]
    public void SHR_20_ReleasedByTheSender_TheMemoryStaysUntilTheLastViewGoes()
    {
        var owner = new Owner(16);
        var mine = SharedBuffer.FromOwner(owner, 10);
        var theirs = Crossing.Send(mine, null);
        mine.Dispose();
        mine.Dispose();

        theirs.Span[9] = 1;
        Assert.Equal(0, owner.Releases);
        Assert.Throws<ObjectDisposedException>(() => mine.Span[0]);

        theirs.Dispose();
        theirs.Dispose();
        Assert.Equal(1, owner.Releases);
        Assert.Throws<NotShareableException>(() => Crossing.Send(theirs, null));
        Assert.False(Shareable.IsShareable(theirs));
    }

    [Fact]
    public void SHR_21_AReadOnlyView_StaysReadOnlyAtTheReceiver()
    {
        using var buffer = SharedBuffer.Allocate(4);
        using var theirs = Crossing.Send(buffer.AsReadOnly(), null);
        buffer.Span[0] = 5;

        Assert.True(theirs.IsReadOnly);
        Assert.Equal(5, theirs.ReadOnlySpan[0]);
        Assert.Throws<InvalidOperationException>(() => theirs.Span[0] = 1);
        Assert.Throws<InvalidOperationException>(() => theirs.Memory);
        using var part = theirs.Slice(0, 1);
        Assert.True(part.IsReadOnly);
    }

    [Fact]
    public void SHR_24_NeverReceived_ItIsReleasedOnce_AlsoAfterTheSenderIsGone()
    {
        var owner = new Owner(8);
        (string, SharedBuffer, CopyOnSend<List<SharedBuffer>>) sent;
        using (var runtime = RuntimeState.Initialize())
        {
            var sender = runtime.CreateInterpreter();
            using var mine = SharedBuffer.FromOwner(owner, 8);
            sent = Crossing.Send(("a", mine, Shareable.Copy(new List<SharedBuffer> { mine })), sender);
            sender.Close();
        }

        Assert.Equal(0, owner.Releases);
        Crossing.Discard(sent);
        Assert.Equal(1, owner.Releases);
        Crossing.Discard(sent);
        Assert.Equal(1, owner.Releases);
    }

    [Fact]
    public void SHR_24_ARefusedCrossing_GivesBackWhatHadLeftAlready()
    {
        var owner = new Owner(8);
        var mine = SharedBuffer.FromOwner(owner, 8);
        Assert.Throws<NotShareableException>(() => Crossing.Send((mine, mine, new object()), null));
        Assert.False(Shareable.IsShareable((mine, new object())));
        Assert.True(Shareable.IsShareable((mine, mine)));
        mine.Dispose();
        Assert.Equal(1, owner.Releases);
    }

    [Fact]
    public void SHR_24_AnOwnerThatFails_DoesNotStopTheDiscarding()
    {
        var failing = new Owner(1) { Failure = new InvalidOperationException() };
        var other = new Owner(1);
        var mine = (SharedBuffer.FromOwner(failing, 1), SharedBuffer.FromOwner(other, 1));
        var sent = Crossing.Send(mine, null);
        mine.Item1.Dispose();
        mine.Item2.Dispose();
        Crossing.Discard(sent);
        Assert.Equal((1, 1), (failing.Releases, other.Releases));
    }

    [Fact]
    public void SHR_20_ViewsComeAndGoOnManyThreads_AndTheMemoryGoesOnce()
    {
        var owner = new Owner(64);
        var first = SharedBuffer.FromOwner(owner, 64);
        Harness.InParallel([.. Enumerable.Range(0, 4).Select(_ => Crossing.Send(first, null)).Select<SharedBuffer, Action>(view => () =>
        {
            for (var i = 0; i < 2000; i++)
            {
                using var sent = Crossing.Send(view, null);
                Assert.Equal(64, sent.ReadOnlySpan.Length);
            }

            view.Dispose();
        })]);
        Assert.Equal(0, owner.Releases);
        first.Dispose();
        Assert.Equal(1, owner.Releases);
    }

    private sealed class Owner(int length) : IMemoryOwner<byte>
    {
        private int releases;

        public int Releases => Volatile.Read(ref releases);

        public Exception? Failure { get; init; }

        public Memory<byte> Memory { get; } = new byte[length];

        public void Dispose()
        {
            Interlocked.Increment(ref releases);
            if (Failure is not null) throw Failure;
        }
    }
}
