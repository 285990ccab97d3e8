namespace ExplicitContext.Runtime.Tests;

/// <summary>LCK: those who wait for the lock and do not get it.</summary>
public sealed class WaitingTests : IDisposable
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(5);

    private readonly ManualClock clock = new();
    private readonly RuntimeState runtime;
    private readonly InterpreterState interp;

    public WaitingTests()
    {
        runtime = RuntimeState.Initialize(new RuntimeOptions { Clock = clock });
        interp = runtime.CreateInterpreter();
    }

    public void Dispose() => runtime.Dispose();

    [Fact]
    public void LCK_12_AWaiterThatIsInterrupted_WithdrawsItsRequest_AndTheHolderGoesOn() =>
        interp.Enter(tstate =>
        {
            Thread thread = null!;
            var waiter = Harness.Background.Start(() =>
            {
                thread = Thread.CurrentThread;
                Assert.Throws<ThreadInterruptedException>(() => interp.Enter(_ => { }));
                Assert.False(ThreadState.TryGetCurrent(out _));
            });
            AwaitTimer();
            clock.Advance(Interval);
            Harness.Until(() => tstate.IsBreakerSet, "the request to give way");
            thread.Interrupt();
            waiter.Join();

            AssertTheHolderGoesOn(tstate);
        });

    [Fact]
    public void LCK_12_17_AWaiterWhoseTimeIsUp_ReturnsFalse_WithdrawsItsRequest_AndTheHolderGoesOn() =>
        interp.Enter(tstate =>
        {
            var waiter = Harness.Background.Start(() =>
            {
                Assert.False(interp.TryAttach(2 * Interval, out var scope, out var none));
                Assert.Null(none);
                scope.Dispose();
            });
            AwaitTimer();
            clock.Advance(Interval);
            Harness.Until(() => tstate.IsBreakerSet, "the request to give way");
            AwaitTimer();
            clock.Advance(Interval);
            waiter.Join();

            AssertTheHolderGoesOn(tstate);
        });

    [Fact]
    public void LCK_17_AWaiterThatIsCancelled_IsGoneFromTheQueue() =>
        interp.Enter(tstate =>
        {
            using var cancellation = new CancellationTokenSource();
            var waiter = Harness.Background.Start(() =>
                Assert.Throws<OperationCanceledException>(() => interp.TryAttach(Timeout.InfiniteTimeSpan, out _, out _, cancellation.Token)));
            AwaitTimer();
            cancellation.Cancel();
            waiter.Join();

            AssertTheHolderGoesOn(tstate);
        });

    [Fact]
    public void LCK_17_WithoutPatience_TheLockIsTakenOnlyWhereItIsFree()
    {
        interp.Enter(_ => Harness.InParallel(() => Assert.False(interp.TryAttach(TimeSpan.Zero, out AttachScope _, out ThreadState? _))));
        Assert.Equal(0, interp.Gate.WaiterCount);

        Assert.True(interp.TryAttach(TimeSpan.Zero, out var scope, out var tstate));
        Assert.Same(tstate, ThreadState.Current);
        scope.Dispose();
        Assert.Throws<ArgumentOutOfRangeException>(() => interp.TryAttach(TimeSpan.FromTicks(-1), out _, out _));
    }

    [Fact]
    public void LCK_17_AThreadThatDoesNotGetIn_IsBackWhereItCameFrom() =>
        runtime.Main.Enter(main =>
        {
            using var meeting = new Meeting();
            var holder = Harness.Background.Start(() => interp.Enter(_ => meeting.Stay()));
            meeting.AwaitInside();

            Assert.False(interp.TryAttach(TimeSpan.Zero, out _, out _));
            Assert.Same(main, ThreadState.Current);
            Assert.True(main.IsAttached);
            meeting.GoOn();
            holder.Join();
        });

    [Fact]
    public void LCK_12_AWaiterThatIsTurnedAwayByClosing_TakesItsRequestWithIt()
    {
        var sharing = runtime.CreateInterpreter(new InterpreterOptions { Lock = InterpreterLockKind.SharedWithMain });
        runtime.Main.Enter(tstate =>
        {
            var waiter = Harness.Background.Start(() => Assert.Throws<InterpreterFinalizingException>(() => sharing.Enter(_ => { })));
            AwaitTimer();
            clock.Advance(Interval);
            Harness.Until(() => tstate.IsBreakerSet, "the request to give way");
            sharing.Gate.Refuse(sharing);
            waiter.Join();

            Assert.True(tstate.IsAttached);
            tstate.CheckBreaker();
            Assert.False(tstate.IsBreakerSet);
            Assert.Equal(0, runtime.Main.Gate.WaiterCount);
        });
    }

    private void AssertTheHolderGoesOn(ThreadState holder)
    {
        Assert.Equal(0, interp.Gate.WaiterCount);
        Assert.False(interp.Gate.IsHandOverRequested);
        var nextIsIn = false;
        var next = Harness.Background.Start(() => interp.Enter(_ => nextIsIn = true));
        Harness.Until(() => interp.Gate.WaiterCount == 1, "the next waiter");
        holder.CheckBreaker();
        Assert.False(holder.IsBreakerSet);
        Assert.False(nextIsIn);
        using (holder.AllowThreads()) next.Join();
    }

    /// <summary>Until the head of the queue has started to time its interval.</summary>
    private void AwaitTimer() => Harness.Until(() => clock.Pending == 1, "the first waiter to time its interval");
}
