using System.Diagnostics;

namespace ExplicitContext.Runtime.Tests;

/// <summary>STR-06: what interpreters leave behind.</summary>
[Collection(nameof(Alone))]
public sealed class LeakTests : IDisposable
{
    private readonly RuntimeState runtime = RuntimeState.Initialize();

    public void Dispose() => runtime.Dispose();

    [Fact]
    public void STR_06_TenThousandCycles_LeaveNoMemoryThreadsOrHandlesBehind()
    {
        Cycle(1000);
        var before = Figures();
        Cycle(10_000);
        var after = Figures();

        Assert.InRange(after.Memory - before.Memory, long.MinValue, 1 << 20);
        Assert.InRange(after.Threads - before.Threads, int.MinValue, 4);
        Assert.InRange(after.Handles - before.Handles, int.MinValue, 8);
        Assert.Equal([runtime.Main], runtime.Interpreters);
        Assert.Empty(runtime.Queues);
        Assert.Empty(runtime.Channels);
    }

    private static (long Memory, int Threads, int Handles) Figures()
    {
        using var process = Process.GetCurrentProcess();
        return (GC.GetTotalMemory(forceFullCollection: true), process.Threads.Count, process.HandleCount);
    }

    /// <summary>Uses of an interpreter whatever an interpreter has, and closes it.</summary>
    private void Cycle(int times)
    {
        using var queue = runtime.CreateQueue<string>();
        for (var i = 0; i < times; i++)
        {
            var interp = runtime.CreateInterpreter();
            var (send, _) = runtime.CreateChannel<string>();
            interp.Enter(tstate =>
            {
                tstate.Interp.AtExit(static _ => { });
                queue.Put(tstate, "left behind", onSenderGone: OnSenderGone.Remove);
                send.Send(tstate, "never received");
                send.Release(tstate);
            });
            Assert.Equal(3, interp.Call(static (_, number) => number + 1, 2));
            interp.AddPendingCall(static _ => { });
            Assert.False(interp.ClosingToken.IsCancellationRequested);
            using (interp.Guard())
            {
            }

            if (i % 100 == 0) Assert.True(interp.StartThread(static _ => { }).Join(Harness.Patience));
            Assert.True(interp.Close());
            Assert.Equal(0, queue.Count);
            if (!send.IsClosed) send.Destroy();
        }
    }
}
