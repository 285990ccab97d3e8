namespace ExplicitContext.Runtime.Tests;

/// <summary>LCK: the interpreter's lock, seen from inside interpreters.</summary>
public sealed class LockTests : IDisposable
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(5);

    private readonly ManualClock clock = new();
    private readonly RuntimeState runtime;
    private readonly InterpreterState interp;

    public LockTests()
    {
        runtime = RuntimeState.Initialize(new RuntimeOptions { Clock = clock });
        interp = runtime.CreateInterpreter();
    }

    public void Dispose() => runtime.Dispose();

    [Fact]
    public void LCK_01_TwoInterpretersRunInParallel_BothAreInsideAtOnce()
    {
        var other = runtime.CreateInterpreter();
        using var bothInside = new Barrier(2);
        Harness.InParallel(
            () => interp.Enter(_ => bothInside.Meet("the other interpreter's thread")),
            () => other.Enter(_ => bothInside.Meet("the other interpreter's thread")));
    }

    [Fact]
    public void LCK_02_TwoThreadsOfOneInterpreter_AreNeverBothInside()
    {
        var secondIsIn = false;
        Harness.Background second = null!;
        interp.Enter(_ =>
        {
            second = Harness.Background.Start(() => interp.Enter(_ => secondIsIn = true));
            AwaitWaiters(1);
            Assert.False(secondIsIn);
        });
        second.Join();

        Assert.True(secondIsIn);
    }

    [Fact]
    public void LCK_03_AThreadThatAllowsThreads_LetsTheOtherOneIn() =>
        interp.Enter(tstate =>
        {
            using var otherIsIn = new ManualResetEventSlim();
            var other = Harness.Background.Start(() => interp.Enter(_ => otherIsIn.Set()));
            using (tstate.AllowThreads()) otherIsIn.Await("the other thread to get in");
            Assert.Same(tstate, ThreadState.Current);
            using (tstate.AllowThreads()) other.Join();
        });

    [Fact]
    public void LCK_04_TheSwitchInterval_Is5MillisecondsAndPerInterpreter()
    {
        Assert.Equal(Interval, interp.SwitchInterval);
        interp.SwitchInterval = TimeSpan.FromMilliseconds(1);

        Assert.Equal(TimeSpan.FromMilliseconds(1), interp.SwitchInterval);
        Assert.Equal(Interval, runtime.Main.SwitchInterval);
        Assert.Equal(Interval, runtime.CreateInterpreter().SwitchInterval);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(1L << 31)]
    public void LCK_06_AnIntervalThatIsNotPositiveOrTooLong_IsRefused(long milliseconds)
    {
        var interval = TimeSpan.FromMilliseconds((double)milliseconds);
        Assert.Throws<ArgumentOutOfRangeException>(() => interp.SwitchInterval = interval);
        Assert.Throws<ArgumentOutOfRangeException>(() => runtime.CreateInterpreter(new InterpreterOptions { SwitchInterval = interval }));

        Assert.Equal([runtime.Main, interp], runtime.Interpreters);
    }

    [Fact]
    public void LCK_05_07_AHolderIsAskedAfterTheInterval_AndTheWaiterRunsBeforeItGoesOn() =>
        interp.Enter(tstate =>
        {
            var waiterWasIn = false;
            var waiter = Harness.Background.Start(() => interp.Enter(_ => waiterWasIn = true));
            AwaitTimer();

            clock.Advance(Interval - TimeSpan.FromTicks(1));
            tstate.CheckBreaker();
            Assert.False(waiterWasIn);

            clock.Advance(TimeSpan.FromTicks(1));
            Harness.Until(() => tstate.IsBreakerSet, "the request to give way");
            Assert.False(waiterWasIn);
            tstate.CheckBreaker();

            Assert.True(waiterWasIn);
            Assert.False(tstate.IsBreakerSet);
            Assert.Same(tstate, ThreadState.Current);
            waiter.Join();
        });

    [Fact]
    public void LCK_08_WhenTheLockHasChangedHands_TheNextWaiterGivesTheNewHolderAFullInterval()
    {
        using var firstIsIn = new ManualResetEventSlim();
        using var goOn = new ManualResetEventSlim();
        ThreadState first = null!;
        Harness.Background one = null!;
        Harness.Background two = null!;
        interp.Enter(_ =>
        {
            one = Harness.Background.Start(() => interp.Enter(tstate =>
            {
                first = tstate;
                firstIsIn.Set();
                goOn.Await("leave to go on");
                tstate.CheckBreaker();
            }));
            AwaitWaiters(1);
            two = Harness.Background.Start(() => interp.Enter(_ => { }));
            AwaitWaiters(2);
            clock.Advance(0.8 * Interval);
        });
        firstIsIn.Await("the first waiter to get in");
        AwaitTimer();

        clock.Advance(0.8 * Interval);
        Assert.Equal(1, clock.Pending);
        Assert.False(first.IsBreakerSet);

        clock.Advance(0.2 * Interval);
        Harness.Until(() => first.IsBreakerSet, "the second waiter's request");
        goOn.Set();
        one.Join();
        two.Join();
    }

    [Fact]
    public void LCK_10_WaitersAreServedInTheOrderInWhichTheyCame()
    {
        var order = new List<int>();
        var waiters = new List<Harness.Background>();
        interp.Enter(_ =>
        {
            for (var i = 0; i < 16; i++)
            {
                var number = i;
                waiters.Add(Harness.Background.Start(() => interp.Enter(_ => order.Add(number))));
                AwaitWaiters(i + 1);
            }
        });
        foreach (var waiter in waiters) waiter.Join();

        Assert.Equal(Enumerable.Range(0, 16), order);
    }

    [Fact]
    public void LCK_10_WithRequests_EveryWaiterGetsItsTurnBeforeTheHolderGetsItsSecond()
    {
        var order = new List<int>();
        var waiters = new List<Harness.Background>();
        interp.Enter(tstate =>
        {
            for (var i = 1; i <= 4; i++)
            {
                var number = i;
                waiters.Add(Harness.Background.Start(() => interp.Enter(_ => order.Add(number))));
                AwaitWaiters(i);
            }

            order.Add(0);
            AwaitTimer();
            clock.Advance(Interval);
            Harness.Until(() => tstate.IsBreakerSet, "the request to give way");
            tstate.CheckBreaker();
            order.Add(0);
        });
        foreach (var waiter in waiters) waiter.Join();

        Assert.Equal([0, 1, 2, 3, 4, 0], order);
    }

    [Fact]
    public void LCK_13_EnteringAgainWithTheSameState_IsDiagnosedInsteadOfHanging() =>
        interp.Enter(tstate =>
        {
            var error = Assert.Throws<AttachmentException>(() => interp.Gate.Enter(tstate, EnterMode.Barging, Deadline.Never, default));
            Assert.Contains("wait for itself", error.Message);
            Assert.True(tstate.IsAttached);
            Assert.Equal(0, interp.Gate.WaiterCount);
        });

    [Fact]
    public void LCK_14_15_ReleasingALockThatOneDoesNotHold_NamesTheHolder()
    {
        var stranger = interp.Enter(tstate => tstate);
        Assert.Contains("nobody holds it", Assert.Throws<AttachmentException>(() => interp.Gate.Exit(stranger)).Message);

        Harness.InParallel(() => interp.Enter(holder =>
        {
            var error = Assert.Throws<AttachmentException>(() => interp.Gate.Exit(stranger));
            Assert.Contains($"the holder is {holder}", error.Message);
            Harness.InParallel(() => Assert.Throws<AttachmentException>(() => interp.Gate.Exit(stranger)));
            Assert.True(holder.IsAttached);
        }));
    }

    [Fact]
    public void LCK_16_AnExceptionInsideAnAttachScope_ReleasesTheLock()
    {
        Assert.Throws<FormatException>(Fail);
        Harness.InParallel(() => interp.Enter(_ => { }));

        void Fail()
        {
            using (interp.Attach(out _)) throw new FormatException();
        }
    }

    private void AwaitWaiters(int count) => Harness.Until(() => interp.Gate.WaiterCount == count, $"{count} waiters in the queue");

    /// <summary>Until the head of the queue has started to time its interval.</summary>
    private void AwaitTimer() => Harness.Until(() => clock.Pending == 1, "the first waiter to time its interval");
}
