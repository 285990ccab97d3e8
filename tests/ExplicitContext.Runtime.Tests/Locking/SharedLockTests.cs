namespace ExplicitContext.Runtime.Tests;

/// <summary>LCK: interpreters that share one lock.</summary>
public sealed class SharedLockTests : IDisposable
{
    private readonly RuntimeState runtime = RuntimeState.Initialize();
    private readonly InterpreterState one;
    private readonly InterpreterState other;

    public SharedLockTests()
    {
        one = runtime.CreateInterpreter(new InterpreterOptions { Lock = InterpreterLockKind.SharedWithMain });
        other = runtime.CreateInterpreter(new InterpreterOptions { Lock = InterpreterLockKind.SharedWithMain });
    }

    public void Dispose() => runtime.Dispose();

    [Fact]
    public void LCK_20_InterpretersThatShareALock_AreNeverInsideTogether()
    {
        var inside = 0;
        var overlaps = 0;
        Harness.InParallel([.. new[] { one, other, runtime.Main, one, other, runtime.Main }.Select<InterpreterState, Action>(interp => () => interp.Enter(tstate =>
        {
            for (var i = 0; i < 300; i++)
            {
                if (Interlocked.Increment(ref inside) != 1) Interlocked.Increment(ref overlaps);
                Interlocked.Decrement(ref inside);
                using (tstate.AllowThreads())
                {
                }
            }
        }))]);

        Assert.Equal(0, overlaps);
    }

    [Fact]
    public void LCK_20_WhileOneIsInside_AThreadOfTheOtherWaits_AndAnIndependentOneDoesNot()
    {
        var independent = runtime.CreateInterpreter();
        Harness.Background waiter = null!;
        one.Enter(tstate =>
        {
            waiter = Harness.Background.Start(() => other.Enter(_ => { }));
            Harness.Until(() => one.Gate.WaiterCount == 1, "the other interpreter's thread to wait");
            Harness.InParallel(() => independent.Enter(_ => { }));
            Assert.Same(tstate, one.AttachedThread);
            Assert.Null(other.AttachedThread);
            Assert.Null(runtime.Main.AttachedThread);
        });
        waiter.Join();
    }

    [Fact]
    public void LCK_20_OneThreadGoesFromOneToTheOther_AndBack()
    {
        Assert.Equal((0, 1, 2), runtime.Main.Call(
            static (tstate, subs) => subs.one.Call(
                static (inOne, other) => (0, (int)inOne.Interp.Id.Value, (int)other.Call(static inOther => inOther.Interp.Id.Value)),
                subs.other),
            (one, other)));
        Assert.True(one.Close());
        other.Run(static _ => { });
        Assert.Null(runtime.Main.Gate.Holder);
    }
}
