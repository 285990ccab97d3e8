using System.Runtime.CompilerServices;

namespace ExplicitContext.Runtime.Tests;

/// <summary>LCK: threads that end inside, and releases that come late.</summary>
public sealed class AbandonedTests
{
    [Fact]
    public void LCK_23_WhenTheHolderHasEnded_OthersGetAnErrorThatNamesIt_AndClosingReportsIt()
    {
        using var runtime = RuntimeState.Initialize();
        var interp = runtime.CreateInterpreter();
        Harness.InParallel(() => Abandon(interp));

        for (var i = 0; i < 2; i++)
        {
            var error = Assert.Throws<InterpreterAbandonedException>(() => interp.Run(static _ => { }));
            Assert.Contains("thread state 1 of interpreter 1", error.Message);
        }

        Assert.Equal(0, interp.Gate.WaiterCount);
        Assert.False(interp.IsRunning);
        var result = interp.Close(new CloseOptions());
        Assert.Equal(CloseOutcome.Closed, result.Outcome);
        Assert.Contains("has ended without leaving", Assert.IsType<AttachmentException>(Assert.Single(result.Errors)).Message);
    }

    [Fact]
    public void LCK_23_AThreadThatWaitedBefore_IsToldWhenTheHolderHasEnded()
    {
        using var runtime = RuntimeState.Initialize();
        var interp = runtime.CreateInterpreter(new InterpreterOptions { SwitchInterval = TimeSpan.FromMilliseconds(1) });
        Harness.Background waiter = null!;
        Harness.InParallel(() =>
        {
            Abandon(interp);
            waiter = Harness.Background.Start(() => Assert.Throws<InterpreterAbandonedException>(() => interp.Enter(_ => { })));
            Harness.Until(() => interp.Gate.WaiterCount == 1, "the other thread to wait");
        });
        waiter.Join();
        interp.Close(new CloseOptions());
    }

    [Fact]
    public void LCK_19_AThreadThatHasReleasedTheLock_TouchesNothingOfAnInterpreterThatIsClosedMeanwhile()
    {
        var seam = new HoldAfterRelease();
        using var runtime = RuntimeState.Initialize(new RuntimeOptions { Seam = seam });
        var interp = runtime.CreateInterpreter();
        var leaver = Harness.Background.Start(() => interp.Enter(_ => seam.Hold()));
        seam.Released.Await("the thread to have released the lock");

        Assert.True(interp.Close());
        seam.GoOn.Set();
        leaver.Join();

        Assert.Equal(InterpreterPhase.Closed, interp.Phase);
        Assert.Null(interp.Gate.Holder);
        Assert.Equal(0, interp.Gate.WaiterCount);
        Assert.Empty(interp.ThreadStates);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Abandon(InterpreterState interp) => interp.Attach(out _);

    /// <summary>Stops one thread between the store that releases an interpreter's lock and all that comes after it.</summary>
    private sealed class HoldAfterRelease : ISchedulingSeam
    {
        private volatile Thread? held;

        public ManualResetEventSlim Released { get; } = new();

        public ManualResetEventSlim GoOn { get; } = new();

        public void Hold() => held = Thread.CurrentThread;

        public void Point(string place)
        {
            if (place != "lock.released" || held != Thread.CurrentThread) return;
            held = null;
            Released.Set();
            GoOn.Await("leave to go on after the release");
        }

        public bool Park(Waiter waiter, TimeSpan timeout) => throw new InvalidOperationException("Nobody waits in this test.");

        public void Unpark(Waiter waiter)
        {
        }

        public void Starting(Thread thread)
        {
        }

        public void Started()
        {
        }

        public void Ended()
        {
        }
    }
}
