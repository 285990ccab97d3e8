using Xunit.Abstractions;
namespace ExplicitContext.Runtime.Tests;
public sealed class TmpLeak(ITestOutputHelper output)
{
    [Theory]
    [InlineData(0)][InlineData(1)][InlineData(2)][InlineData(3)][InlineData(4)][InlineData(5)][InlineData(6)][InlineData(7)]
    public void Leak(int what)
    {
        using var runtime = RuntimeState.Initialize();
        using var queue = runtime.CreateQueue<string>();
        Cycle(500);
        var before = GC.GetTotalMemory(true);
        Cycle(5000);
        output.WriteLine($"DRIFT {what}: {(GC.GetTotalMemory(true) - before) / 5000.0}");
        void Cycle(int times)
        {
            for (var i = 0; i < times; i++)
            {
                var interp = runtime.CreateInterpreter();
                switch (what)
                {
                    case 1: interp.Enter(tstate => queue.Put(tstate, "x", onSenderGone: OnSenderGone.Remove)); break;
                    case 2: { var (send, _) = runtime.CreateChannel<string>(); interp.Enter(tstate => { send.Send(tstate, "x"); send.Release(tstate); }); break; }
                    case 3: Assert.Equal(3, interp.Call(static (_, number) => number + 1, 2)); break;
                    case 4: interp.AddPendingCall(static _ => { }); break;
                    case 5: _ = interp.ClosingToken.IsCancellationRequested; break;
                    case 6: using (interp.Guard()) { } break;
                    case 7: interp.Enter(tstate => { }); break;
                }
                interp.Close();
            }
        }
    }
}
