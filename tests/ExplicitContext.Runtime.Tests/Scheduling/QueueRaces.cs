namespace ExplicitContext.Runtime.Tests;

/// <summary>Threads that put into a queue, get from it, give up, close their interpreter, or do away with the queue.</summary>
internal static class QueueRaces
{
    private static readonly TimeSpan Short = TimeSpan.FromMilliseconds(1);

    /// <summary>Two that put and two that get, all of them patient, through a queue of one.</summary>
    public static Race PutAndGet(RuntimeState runtime)
    {
        var bench = new QueueBench(runtime, capacity: 1) { IsInOrder = true };
        return bench.Race(
            () => bench.Inside(0, tstate => bench.Put(tstate, [1, 2])),
            () => bench.Inside(1, tstate => bench.Put(tstate, [11, 12])),
            () => bench.Inside(2, tstate => bench.Get(tstate, 2)),
            () => bench.Outside(2)) with
        {
            Check = () =>
            {
                bench.AssertAllGot();
                Assert.Equal(4, bench.Got.Count);
            },
        };
    }

    /// <summary>Getting and putting that time out, perhaps just as the item changes hands.</summary>
    public static Race GiveUpInTime(RuntimeState runtime)
    {
        var bench = new QueueBench(runtime, capacity: 1);
        return bench.Race(
            () => bench.Inside(0, tstate => bench.Put(tstate, [1, 2, 3], Short)),
            () => bench.Inside(1, tstate => bench.Get(tstate, 1, Short)),
            () => bench.Inside(2, tstate => bench.Get(tstate, 1, Short)),
            () => bench.Outside(1, Short));
    }

    /// <summary>Getting and putting that is cancelled.</summary>
    public static Race GiveUpWhenCancelled(RuntimeState runtime)
    {
        var bench = new QueueBench(runtime, capacity: 1);
        return bench.Race(
            () => bench.Inside(0, tstate => bench.Put(tstate, [1, 2, 3])),
            () => bench.Inside(1, tstate => bench.Get(tstate, 2)),
            bench.Cancel);
    }

    /// <summary>An interpreter that is closed while its thread waits for an item: it gets the item, or the item stays.</summary>
    public static Race CloseTheReceiver(RuntimeState runtime)
    {
        var bench = new QueueBench(runtime, capacity: 1);
        return bench.Race(
            () => bench.Inside(0, tstate => bench.Put(tstate, [1, 2], Short)),
            () => bench.Inside(1, tstate => bench.Get(tstate, 2, Short)),
            () => bench.Close(1));
    }

    /// <summary>An interpreter that is closed while it sends: what it sent is received, or follows its rule.</summary>
    public static Race CloseTheSender(RuntimeState runtime, OnSenderGone rule)
    {
        var bench = new QueueBench(runtime, capacity: 2, rule);
        return bench.Race(
            () => bench.Inside(0, tstate => bench.Put(tstate, [1, 2, 3], Short)),
            () => bench.Inside(1, tstate => bench.Get(tstate, 3, Short)),
            () => bench.Close(0));
    }

    /// <summary>A queue that is completed while others put and get: what was put is got, and then all learn that it is over.</summary>
    public static Race Complete(RuntimeState runtime)
    {
        var bench = new QueueBench(runtime, capacity: 1) { IsInOrder = true };
        return bench.Race(
            () => bench.Inside(0, tstate => bench.Put(tstate, [1, 2])),
            () => bench.Inside(1, tstate => bench.Get(tstate, int.MaxValue)),
            () => bench.Outside(int.MaxValue),
            bench.Queue.Complete);
    }

    /// <summary>A queue that is done away with while others put and get: nobody waits any longer.</summary>
    public static Race Dispose(RuntimeState runtime)
    {
        var bench = new QueueBench(runtime, capacity: 1);
        return bench.Race(
            () => bench.Inside(0, tstate => bench.Put(tstate, [1, 2, 3])),
            () => bench.Inside(1, tstate => bench.Get(tstate, int.MaxValue)),
            bench.Queue.Dispose) with { Check = bench.Leave };
    }

    /// <summary>A thread that waits for an item, and is asked for other things meanwhile: it does them, and loses neither its place nor the item.</summary>
    public static Race AskWhoWaits(RuntimeState runtime)
    {
        var bench = new QueueBench(runtime, capacity: 1);
        var called = 0;
        return bench.Race(
            () => bench.Inside(0, tstate => bench.Put(tstate, [1, 2])),
            () => bench.Inside(1, tstate => bench.Get(tstate, 2)),
            () => Assert.True(bench.Interps[1].AddPendingCall(_ => called++))) with
        {
            Check = () =>
            {
                bench.AssertAllGot();
                Assert.Equal(1, called);
            },
        };
    }

    /// <summary>A sender that waits until its item is received, or gives up: the two sides agree on which it was.</summary>
    public static Race SendAndWait(RuntimeState runtime)
    {
        var (send, receive) = runtime.CreateChannel<int>();
        var interps = new[] { runtime.CreateInterpreter(), runtime.CreateInterpreter() };
        bool? sent = null;
        bool? received = null;
        return new Race(Send, Receive)
        {
            Check = () =>
            {
                Assert.Equal(sent, received);
                Assert.NotNull(sent);
                send.Destroy();
                foreach (var interp in interps) Assert.True(interp.Close());
            },
        };

        void Send()
        {
            try
            {
                interps[0].Enter(tstate => send.SendAndWait(tstate, 1, Short));
                sent = true;
            }
            catch (TimeoutException)
            {
                sent = false;
            }
        }

        void Receive()
        {
            try
            {
                Assert.Equal(1, interps[1].Enter(tstate => receive.Receive(tstate, Short)).Value);
                received = true;
            }
            catch (ChannelEmptyException)
            {
                received = false;
            }
        }
    }
}
