namespace ExplicitContext.Runtime.Tests;

/// <summary>
/// LCK: who waits how long. Threads really run; but time is the test's, and stands still until the first waiter times its interval, so that what is
/// measured is the rules and not the machine.
/// </summary>
public sealed class FairnessTests : IDisposable
{
    private static readonly TimeSpan Slice = TimeSpan.FromMicroseconds(100);
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(5);

    private readonly ManualClock clock = new();
    private readonly RuntimeState runtime;
    private readonly InterpreterState interp;

    public FairnessTests()
    {
        runtime = RuntimeState.Initialize(new RuntimeOptions { Clock = clock });
        interp = runtime.CreateInterpreter();
    }

    public void Dispose() => runtime.Dispose();

    [Fact]
    public void LCK_09_TwoThreadsThatCheckEvery100Microseconds_SwitchOften_AndNeitherWaitsLong()
    {
        var (switches, longestWait) = Compete(threads: 2, TimeSpan.FromSeconds(2));

        Assert.InRange(switches, 300, int.MaxValue);
        Assert.InRange(longestWait, TimeSpan.Zero, TimeSpan.FromMilliseconds(10));
    }

    [Theory]
    [InlineData(2)]
    [InlineData(4)]
    [InlineData(16)]
    public void LCK_10_NoneOfNThreads_WaitsLongerThanNIntervals(int threads)
    {
        var (_, longestWait) = Compete(threads, TimeSpan.FromMilliseconds(500));

        Assert.InRange(longestWait, Interval, threads * Interval + TimeSpan.FromMilliseconds(10));
    }

    [Fact]
    public void LCK_11_AThreadThatBlocksOften_BesideOneThatNeverDoes_WaitsAtMostTwoIntervals()
    {
        var waits = new List<TimeSpan>();
        var stop = false;
        var worker = Harness.Background.Start(() => interp.Enter(tstate =>
        {
            while (!Volatile.Read(ref stop))
            {
                Harness.Until(() => interp.Gate.WaiterCount > 0 || Volatile.Read(ref stop), "the other thread to want in again");
                Work(tstate);
            }
        }));
        Harness.Until(() => interp.AttachedThread is not null, "the thread that never blocks");
        interp.Enter(tstate =>
        {
            for (var round = 0; round < 100; round++)
            {
                long since;
                using (tstate.AllowThreads())
                {
                    Harness.Until(() => interp.AttachedThread is not null, "the other thread to go on");
                    since = clock.GetTimestamp();
                }

                waits.Add(clock.GetElapsedTime(since));
            }

            Volatile.Write(ref stop, true);
        });
        worker.Join();

        Assert.InRange(waits.Max(), TimeSpan.Zero, 2 * Interval);
    }

    /// <summary>Lets threads that never block compete for a time of the test's clock.</summary>
    private (int Switches, TimeSpan LongestWait) Compete(int threads, TimeSpan time)
    {
        var switches = 0;
        var longestWait = TimeSpan.Zero;
        var rivals = threads - 1;
        var stop = false;
        Harness.InParallel([.. Enumerable.Repeat<Action>(
            () =>
            {
                interp.Enter(tstate =>
                {
                    while (!stop)
                    {
                        // One that has given way is not in the queue yet, and its time does not begin before it is.
                        Harness.Until(() => interp.Gate.WaiterCount == rivals, "all others to wait");
                        var before = clock.GetTimestamp();
                        Work(tstate);
                        var waited = clock.GetElapsedTime(before) - Slice;
                        if (waited > TimeSpan.Zero)
                        {
                            switches++;
                            if (waited > longestWait) longestWait = waited;
                        }

                        stop |= clock.GetElapsedTime(0) >= time;
                    }

                    rivals--;
                });
            },
            threads)]);
        return (switches, longestWait);
    }

    /// <summary>Computes for a slice, once a waiter looks at the clock; gives way where one has asked.</summary>
    private void Work(ThreadState tstate)
    {
        clock.Advance(Slice);
        if (interp.Gate.WaiterCount > 0) Harness.Until(() => clock.Pending > 0 || tstate.IsBreakerSet, "a waiter to look at the clock");
        tstate.CheckBreaker();
    }
}
