namespace ExplicitContext.Runtime.Tests;

/// <summary>STR: many interpreters, many threads, many rounds, bounded.</summary>
public sealed class StressTests : IDisposable
{
    private readonly RuntimeState runtime = RuntimeState.Initialize();

    public void Dispose() => runtime.Dispose();

    [Fact]
    public void LCK_02_UnderStress_NoTwoThreadsOfOneInterpreterAreEverInsideTogether()
    {
        var interp = runtime.CreateInterpreter(new InterpreterOptions { SwitchInterval = TimeSpan.FromTicks(1) });
        var inside = 0;
        var overlaps = 0;
        var turns = 0;
        Harness.InParallel([.. Enumerable.Repeat<Action>(
            () =>
            {
                for (var round = 0; round < 50; round++) interp.Enter(Work);
            },
            6)]);

        Assert.Equal(0, overlaps);
        Assert.Equal(6 * 50 * 100, turns);

        void Work(ThreadState tstate)
        {
            Come();
            for (var i = 0; i < 100; i++)
            {
                turns++;
                Go();
                if (i % 10 == 0)
                {
                    using (tstate.AllowThreads()) Thread.Yield();
                }
                else
                {
                    tstate.CheckBreaker();
                }

                Come();
            }

            Go();
        }

        void Come()
        {
            if (Interlocked.Increment(ref inside) != 1) Interlocked.Increment(ref overlaps);
        }

        void Go() => Interlocked.Decrement(ref inside);
    }

    [Fact]
    public void LCK_02_WithManyShortVisits_NoTwoThreadsTakeAFreeLockAtOnce()
    {
        var interp = runtime.CreateInterpreter();
        var visits = 0;
        Harness.InParallel([.. Enumerable.Repeat<Action>(
            () =>
            {
                for (var round = 0; round < 20_000; round++) interp.Enter(_ => visits++);
            },
            4)]);

        Assert.Equal(4 * 20_000, visits);
    }

    [Fact]
    public void STR_01_AThousandAlive_AreListed_AndClosedAgain()
    {
        var interps = Enumerable.Range(0, 1000).Select(_ => runtime.CreateInterpreter()).ToList();
        Assert.Equal([runtime.Main, .. interps], runtime.Interpreters);

        Assert.All(interps, interp => Assert.True(interp.Close()));
        Assert.Equal([runtime.Main], runtime.Interpreters);
    }

    [Fact]
    public void STR_02_AThousandCreatedByFiftyThreads_HaveDistinctIds()
    {
        var ids = new System.Collections.Concurrent.ConcurrentBag<long>();
        Harness.InParallel([.. Enumerable.Repeat<Action>(
            () =>
            {
                for (var i = 0; i < 20; i++) ids.Add(runtime.CreateInterpreter().Id.Value);
            },
            50)]);

        Assert.Equal(Enumerable.Range(1, 1000).Select(id => (long)id), ids.Order());
    }

    [Fact]
    public void STR_04_ThreadsThatRunInEachOthersInterpreters_DoNotDeadlock()
    {
        var interps = Enumerable.Range(0, 10).Select(_ => runtime.CreateInterpreter()).ToArray();
        var inside = new int[interps.Length];
        Harness.InParallel([.. Enumerable.Range(0, 50).Select<int, Action>(number => () =>
        {
            for (var round = 0; round < 20; round++)
            {
                var outer = interps[(number + round) % interps.Length];
                var inner = interps[(7 * number + 3 * round) % interps.Length];
                outer.Enter(_ => inner.Enter(tstate => inside[tstate.Interp.Id.Value - 1]++));
            }
        })]);

        Assert.Equal(50 * 20, inside.Sum());
    }

    [Fact]
    public void STR_05_WhenThereIsNoMemoryToCreateAnInterpreter_TheErrorComesOut_AndNothingIsHalfThere()
    {
        var isShort = false;
        runtime.AddAuditHook(audit => _ = isShort && audit.Name == "interpreter.create" ? throw new InsufficientMemoryException("injected") : 0);
        var before = runtime.CreateInterpreter();
        isShort = true;
        for (var i = 0; i < 100; i++) Assert.Throws<InsufficientMemoryException>(() => runtime.CreateInterpreter());
        isShort = false;

        Assert.Equal([runtime.Main, before], runtime.Interpreters);
        var after = runtime.CreateInterpreter();
        Assert.Equal(1, after.Call(static _ => 1));
        Assert.True(after.Id.CompareTo(before.Id) > 0);
    }
}
