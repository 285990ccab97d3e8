using System.Diagnostics;
using Benchmarks.Measuring;

namespace Benchmarks.Bars;

/// <summary>
/// How much more two threads get done than one. The best of many short rounds counts on either side, since only those had both cores to themselves.
/// </summary>
internal sealed class B09Scaling : IBar
{
    private const int Rounds = 300;
    private const int Turns = 3_000;

    public string Id => "B9";

    public IEnumerable<Row> Measure()
    {
        using var runtime = RuntimeState.Initialize();
        var first = runtime.CreateInterpreter();
        var second = runtime.CreateInterpreter();
        var gate = new object();

        var own = Scaling(index => Inside(index == 0 ? first : second, Compute));
        var raw = Scaling(_ => Outside(Compute));
        var monitor = Scaling(_ => Under(gate));
        yield return new Row(Id, "two interpreters, two threads, computing", "≥ 1.95x one thread", Figure.Times(own))
        {
            Met = own >= 1.95,
            Instead = [new("threads without any lock", Figure.Times(raw)), new("one `Monitor` for both", Figure.Times(monitor))],
        };

        var sharing = runtime.CreateInterpreter(new InterpreterOptions { Lock = InterpreterLockKind.SharedWithMain });
        var shared = Scaling(index => Inside(index == 0 ? runtime.Main : sharing, Compute));
        var same = Scaling(_ => Inside(first, Compute));
        yield return new Row(Id, "two interpreters that share a lock, two threads, computing", "≤ 1.05x one thread", Figure.Times(shared))
        {
            More = $"; two threads in one interpreter {Figure.Times(same)}",
            Met = shared <= 1.05 && same <= 1.05,
            Instead = [new("one `Monitor` for both", Figure.Times(monitor))],
        };

        var allocating = Scaling(index => Inside(index == 0 ? first : second, Allocate));
        var rawAllocating = Scaling(_ => Outside(Allocate));
        yield return new Row(Id, "two interpreters, two threads, allocating", "≥ 1.5x one thread: one heap", Figure.Times(allocating))
        {
            Met = allocating >= 1.5,
            Instead = [new("threads without any lock", Figure.Times(rawAllocating))],
        };
    }

    private static double Scaling(Action<int> work)
    {
        var alone = double.MaxValue;
        var together = double.MaxValue;
        var ends = new long[2];
        long start = 0;
        using var barrier = new Barrier(2, _ => start = Stopwatch.GetTimestamp());
        Crew.Run(2, index =>
        {
            for (var round = 0; round < Rounds; round++)
            {
                barrier.SignalAndWait();
                if (index == 0)
                {
                    work(0);
                    alone = Math.Min(alone, Stopwatch.GetElapsedTime(start).TotalNanoseconds);
                }

                barrier.SignalAndWait();
                var began = start;
                work(index);
                ends[index] = Stopwatch.GetTimestamp();
                barrier.SignalAndWait();
                if (index == 0) together = Math.Min(together, Stopwatch.GetElapsedTime(began, ends.Max()).TotalNanoseconds);
            }
        });
        return 2 * alone / together;
    }

    private static void Inside(InterpreterState interp, Func<int, int> turn)
    {
        using var scope = interp.Attach(out var tstate);
        var seed = 1;
        for (var i = 0; i < Turns; i++)
        {
            seed = turn(seed);
            tstate.CheckBreaker();
        }

        if (seed == 0) throw new InvalidOperationException("The generator stood still.");
    }

    private static void Outside(Func<int, int> turn)
    {
        var seed = 1;
        for (var i = 0; i < Turns; i++) seed = turn(seed);
        if (seed == 0) throw new InvalidOperationException("The generator stood still.");
    }

    private static void Under(object gate)
    {
        var seed = 1;
        for (var i = 0; i < Turns; i++)
        {
            lock (gate) seed = Compute(seed);
        }

        if (seed == 0) throw new InvalidOperationException("The generator stood still.");
    }

    private static int Compute(int seed)
    {
        for (var i = 0; i < 500; i++) seed = seed * 1664525 + 1013904223;
        return seed | 1;
    }

    private static int Allocate(int seed)
    {
        for (var i = 0; i < 20; i++) seed += new byte[32 + (seed & 63)].Length;
        return seed | 1;
    }
}
