namespace ExplicitContext.Runtime.Tests;

/// <summary>What leaves one hand for the other.</summary>
public class MovableTests
{
    [Fact]
    public void SHR_27_AMovedFromHandle_Throws()
    {
        var thing = new List<int> { 1 };
        var mine = Shareable.Move(thing);
        Assert.False(mine.IsMoved);
        var theirs = Crossing.Send(("a", mine), null).Item2;

        Assert.True(mine.IsMoved);
        Assert.Throws<MovedException>(() => mine.Value);
        Assert.Throws<MovedException>(() => mine.Take());
        Assert.Contains("moved already", Assert.Throws<NotShareableException>(() => Crossing.Send(mine, null)).Message);
        Assert.Same(thing, theirs.Value);
        Assert.Same(thing, theirs.Take());
        Assert.Throws<MovedException>(() => theirs.Value);
    }

    [Fact]
    public void SHR_27_AskingWhetherItWouldCross_DoesNotMoveIt()
    {
        var mine = Shareable.Move(new List<int>());
        Assert.True(Shareable.IsShareable((1, mine)));
        Assert.NotNull(mine.Value);
        Assert.Throws<NotShareableException>(() => Crossing.Send((mine, new object()), null));
        Assert.NotNull(mine.Value);
        Assert.Throws<NotShareableException>(() => Crossing.Send((mine, mine), null));
        Assert.NotNull(mine.Value);
    }

    [Fact]
    public void SHR_27_WhatCouldNotBeHandedOver_ComesBack()
    {
        var mine = Shareable.Move(new List<int>());
        var sent = Crossing.Send((1, Shareable.Copy(new[] { mine })), null);
        Assert.True(mine.IsMoved);
        Crossing.Recall(sent);
        Assert.False(mine.IsMoved);
        Assert.True(sent.Item2.Value[0].IsMoved);
    }

    [Fact]
    public void SHR_24_NeverReceived_TheThingIsDisposedOfOnce()
    {
        var thing = new Probe();
        var sent = Crossing.Send<object>(Shareable.Move(thing), null);
        Crossing.Discard(sent);
        Crossing.Discard(sent);
        Assert.Equal(1, thing.Disposals);

        var received = new Probe();
        var theirs = Crossing.Send(Shareable.Move(received), null);
        Assert.Same(received, theirs.Take());
        Crossing.Discard(theirs);
        theirs.Dispose();
        Assert.Equal(0, received.Disposals);
    }

    [Fact]
    public void SHR_28_AMebibyteMoved_CostsWhatSixteenBytesCost()
    {
        var large = Shareable.Move(new byte[1 << 20]);
        var small = Shareable.Move(new byte[16]);
        Assert.Equal(Allocations.Of(() => small = Crossing.Send(small, null)), Allocations.Of(() => large = Crossing.Send(large, null)));
        Assert.Equal(1 << 20, large.Value.Length);
    }

    [Fact]
    public void WhatBelongsToAThread_CannotBeMoved()
    {
        Assert.Throws<NotShareableException>(() => Shareable.Move(Thread.CurrentThread));
        Assert.Throws<NotShareableException>(() => Shareable.Move<Action>(() => { }));
        Assert.Throws<NotShareableException>(() => Shareable.Move(Task.CompletedTask));
        Assert.Throws<ArgumentNullException>(() => Shareable.Move<object>(null!));
    }

    [Fact]
    public void SentByTwoThreadsAtOnce_OneGetsIt()
    {
        for (var round = 0; round < 200; round++)
        {
            var mine = Shareable.Move(new object());
            using var start = new Barrier(2);
            var received = 0;
            void Send()
            {
                start.Meet("both senders");
                try
                {
                    _ = Crossing.Send(mine, null).Value;
                    Interlocked.Increment(ref received);
                }
                catch (NotShareableException)
                {
                    // The other one was first.
                }
            }

            Harness.InParallel(Send, Send);
            Assert.Equal(1, received);
        }
    }

    private sealed class Probe : IDisposable
    {
        public int Disposals { get; private set; }

        public void Dispose() => Disposals++;
    }
}
