namespace ExplicitContext.Runtime.Tests;

/// <summary>PEN: what a thread listens to when it checks, and in which order.</summary>
public sealed class BreakerTests : IDisposable
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(5);

    private readonly ManualClock clock = new();
    private readonly RuntimeState runtime;
    private readonly InterpreterState interp;

    public BreakerTests()
    {
        runtime = RuntimeState.Initialize(new RuntimeOptions { Clock = clock });
        interp = runtime.CreateInterpreter();
    }

    public void Dispose() => runtime.Dispose();

    [Fact]
    public void PEN_13_AThreadListens_ToAStop_ThenInterrupts_ThenCalls_ThenWaiters_ThenExceptions_ThenItsToken()
    {
        var log = new List<string>();
        using var cancellation = new CancellationTokenSource();
        runtime.Main.Enter(tstate =>
        {
            var registration = tstate.BeginCancellable(cancellation.Token, out var outer);
            var stopper = Harness.Background.Start(() =>
            {
                using (runtime.StopTheWorld()) log.Add("stop");
            });
            AwaitWaiters(1);
            Harness.Until(() => tstate.IsBreakerSet, "the request to stop");
            Harness.Background? waiter = null;
            runtime.Interrupt();
            runtime.Main.AddPendingCall(_ =>
            {
                log.Add("call");
                waiter = Harness.Background.Start(() => runtime.Main.Enter(_ => log.Add("waiter")));
                Harness.Until(() => clock.Pending == 1, "the waiter to time its interval");
                clock.Advance(Interval);
                Harness.Until(() => runtime.Main.Gate.IsHandOverRequested, "the waiter's request");
            });
            tstate.SetAsyncException(new FormatException("exception"));
            cancellation.Cancel();

            Log<InterpreterInterruptedException>("interrupt");
            Assert.Equal(["stop", "interrupt"], log);
            Log<FormatException>("exception");
            Assert.Equal(["stop", "interrupt", "call", "waiter", "exception"], log);
            Log<OperationCanceledException>("cancelled");
            tstate.EndCancellable(registration, outer);
            tstate.CheckBreaker();
            Assert.False(tstate.IsBreakerSet);
            using (tstate.AllowThreads())
            {
                stopper.Join();
                waiter!.Join();
            }

            void Log<T>(string what)
                where T : Exception
            {
                Assert.Throws<T>(tstate.CheckBreaker);
                log.Add(what);
            }
        });

        Assert.Equal(["stop", "interrupt", "call", "waiter", "exception", "cancelled"], log);
    }

    [Fact]
    public void PEN_14_AnExceptionThatAnotherThreadSets_IsThrownAtTheNextCheck_Once()
    {
        var first = new FormatException("first");
        var second = new FormatException("second");
        interp.Enter(tstate =>
        {
            Harness.InParallel(() => tstate.SetAsyncException(first));
            Assert.Same(first, Assert.Throws<FormatException>(tstate.CheckBreaker));
            tstate.CheckBreaker();

            tstate.SetAsyncException(first);
            tstate.SetAsyncException(second);
            Assert.Same(second, Assert.Throws<FormatException>(tstate.CheckBreaker));
            tstate.SetAsyncException(first);
            tstate.SetAsyncException(null);
            tstate.CheckBreaker();
            Assert.False(tstate.IsBreakerSet);
        });
    }

    [Fact]
    public void PEN_15_AnInterrupt_ReachesOnlyTheMainThreadInMain()
    {
        runtime.Interrupt();
        interp.Enter(tstate => tstate.CheckBreaker());
        Harness.InParallel(() => runtime.Main.Enter(tstate => tstate.CheckBreaker()), () => interp.Enter(tstate => tstate.CheckBreaker()));

        runtime.Main.Enter(tstate =>
        {
            Assert.Throws<InterpreterInterruptedException>(tstate.CheckBreaker);
            tstate.CheckBreaker();
            Harness.InParallel(runtime.Interrupt);
            Assert.Throws<InterpreterInterruptedException>(tstate.CheckBreaker);
            tstate.CheckBreaker();
        });
    }

    [Fact]
    public void PEN_16_StoppingOneInterpreter_KeepsItsOtherThreadsOut_AndNobodyElse() =>
        interp.Enter(tstate =>
        {
            var entered = false;
            var stop = tstate.StopTheWorld();
            var waiter = Harness.Background.Start(() => interp.Enter(_ => entered = true));
            Harness.Until(() => clock.Pending == 1, "the other thread to time its interval");
            clock.Advance(Interval);
            Harness.Until(() => tstate.IsBreakerSet, "the request to give way");
            tstate.CheckBreaker();
            Assert.False(entered);
            Assert.Throws<AttachmentException>(() => tstate.AllowThreads());
            Harness.InParallel(() => runtime.Main.Enter(_ => { }));

            stop.Dispose();
            tstate.CheckBreaker();
            Assert.True(entered);
            using (tstate.AllowThreads()) waiter.Join();
        });

    [Fact]
    public void PEN_16_StoppingAll_SuspendsTheThreadsOfAll_AndOnesThatCome()
    {
        var other = runtime.CreateInterpreter();
        var counts = new int[3];
        var stop = false;
        var workers = new[] { runtime.Main, interp, other }.Select((each, index) => Harness.Background.Start(() => each.Enter(tstate =>
        {
            while (!Volatile.Read(ref stop))
            {
                Interlocked.Increment(ref counts[index]);
                tstate.CheckBreaker();
            }
        }))).ToList();
        Harness.Until(() => counts.All(count => Volatile.Read(ref count) > 0), "all three to run");

        Harness.Background late;
        using (runtime.StopTheWorld())
        {
            var seen = counts.ToArray();
            late = Harness.Background.Start(() => runtime.CreateInterpreter().Enter(_ => { }));
            Assert.All(runtime.Interpreters, each => Assert.Same(Thread.CurrentThread, each.AttachedThread!.Thread));
            Assert.All(runtime.Interpreters, each => Assert.Same(each, each.GetThreadState().Interp));
            Assert.Equal(seen, counts);
            Assert.Throws<AttachmentException>(runtime.StopTheWorld);
        }

        var before = counts.ToArray();
        Harness.Until(() => counts.Zip(before).All(pair => pair.First > pair.Second), "all three to go on");
        Volatile.Write(ref stop, true);
        workers.ForEach(worker => worker.Join());
        late.Join();
        Assert.Equal(4, runtime.Interpreters.Count);
    }

    [Fact]
    public void PEN_16_StoppingAll_SuspendsTheThreadThatClosesAnInterpreterToo()
    {
        var count = 0;
        var stop = false;
        interp.Enter(tstate => tstate.Interp.AtExit(closing =>
        {
            while (!Volatile.Read(ref stop))
            {
                Interlocked.Increment(ref count);
                closing.CheckBreaker();
            }
        }));
        var closer = Harness.Background.Start(() => Assert.True(interp.Close()));
        Harness.Until(() => Volatile.Read(ref count) > 0, "the exit function to run");

        using (runtime.StopTheWorld())
        {
            var seen = count;
            Assert.Same(Thread.CurrentThread, interp.AttachedThread!.Thread);
            Assert.Equal(seen, count);
        }

        var before = count;
        Harness.Until(() => Volatile.Read(ref count) > before, "the exit function to go on");
        Volatile.Write(ref stop, true);
        closer.Join();
    }

    [Fact]
    public void PEN_16_StopsOfOneAndOfAll_FromManyThreadsAtOnce_DoNotDeadlock()
    {
        var stops = 0;
        Harness.InParallel([.. Enumerable.Range(0, 6).Select<int, Action>(number => () =>
        {
            for (var i = 0; i < 30; i++)
            {
                if (number % 3 == 0)
                {
                    using (runtime.StopTheWorld()) stops++;
                }
                else
                {
                    (number % 3 == 1 ? interp : runtime.Main).Enter(tstate =>
                    {
                        using (tstate.StopTheWorld()) tstate.CheckBreaker();
                        using (tstate.Interp.Runtime.StopTheWorld()) stops++;
                        tstate.CheckBreaker();
                    });
                }
            }
        })]);

        Assert.Equal(6 * 30, stops);
    }

    private void AwaitWaiters(int count) => Harness.Until(() => runtime.Main.Gate.WaiterCount == count, $"{count} waiters in the queue");
}
