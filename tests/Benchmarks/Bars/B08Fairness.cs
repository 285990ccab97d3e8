using System.Diagnostics;
using Benchmarks.Measuring;

namespace Benchmarks.Bars;

/// <summary>How long a thread waits at worst while others hold the lock for 100 µs again and again.</summary>
internal sealed class B08Fairness : IBar
{
    private static readonly TimeSpan Slice = TimeSpan.FromMicroseconds(100);
    private static readonly TimeSpan Duration = TimeSpan.FromSeconds(2);

    // How far the machine itself kept a holder from running: a slice is 100 µs long where nobody takes the core away.
    private long longestSlice;

    public string Id => "B8";

    public IEnumerable<Row> Measure()
    {
        using var runtime = RuntimeState.Initialize();
        foreach (var threads in (int[])[2, 4, 8, 16])
        {
            using var interp = runtime.CreateInterpreter();
            longestSlice = 0;
            var own = WorstWait(threads, stop => LoopInside(interp, stop));
            var disturbance = Figure.Time(longestSlice * 1e9 / Stopwatch.Frequency);
            var limit = threads == 2 ? TimeSpan.FromMilliseconds(10) : threads * interp.SwitchInterval + TimeSpan.FromMilliseconds(10);

            yield return new Row(Id, $"worst wait of {threads} threads, 100 µs slices, 2 s", $"≤ {limit.TotalMilliseconds} ms", Figure.Time(own))
            {
                More = $"; longest slice {disturbance}",
                Met = own <= limit,
                Instead =
                [
                    new("`Monitor`", Figure.Time(WorstWait(threads, LoopWithMonitor()))),
                    new("`Lock`", Figure.Time(WorstWait(threads, LoopWithLock()))),
                    new("`SemaphoreSlim`", Figure.Time(WorstWait(threads, LoopWithSemaphore()))),
                ],
            };
        }
    }

    private static TimeSpan WorstWait(int threads, Func<long, TimeSpan> loop)
    {
        var worst = new TimeSpan[threads];
        using var start = new Barrier(threads);
        Crew.Run(threads, index =>
        {
            start.SignalAndWait();
            worst[index] = loop(Stopwatch.GetTimestamp() + (long)(Duration.TotalSeconds * Stopwatch.Frequency));
        });
        return worst.Max();
    }

    // The first wait, for the lock itself, counts like the later ones, and so does the last, that ends when the others have stopped.
    private TimeSpan LoopInside(InterpreterState interp, long stop)
    {
        var asked = Stopwatch.GetTimestamp();
        using var scope = interp.Attach(out var tstate);
        var worst = Stopwatch.GetElapsedTime(asked);
        while (Work(stop))
        {
            asked = Stopwatch.GetTimestamp();
            tstate.CheckBreaker();
            worst = Max(worst, Stopwatch.GetElapsedTime(asked));
        }

        return worst;
    }

    private Func<long, TimeSpan> LoopWithMonitor()
    {
        var gate = new object();
        return stop => LoopBetween(() => Monitor.Enter(gate), () => Monitor.Exit(gate), stop);
    }

    private Func<long, TimeSpan> LoopWithLock()
    {
        var gate = new Lock();
        return stop => LoopBetween(gate.Enter, gate.Exit, stop);
    }

    private Func<long, TimeSpan> LoopWithSemaphore()
    {
        var gate = new SemaphoreSlim(1);
        return stop => LoopBetween(gate.Wait, () => gate.Release(), stop);
    }

    private TimeSpan LoopBetween(Action enter, Action exit, long stop)
    {
        var worst = TimeSpan.Zero;
        while (true)
        {
            var asked = Stopwatch.GetTimestamp();
            enter();
            worst = Max(worst, Stopwatch.GetElapsedTime(asked));
            var more = Work(stop);
            exit();
            if (!more) return worst;
        }
    }

    /// <summary>Computes for a slice.</summary>
    /// <returns>Whether to go on.</returns>
    private bool Work(long stop)
    {
        var start = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(start) < Slice)
        {
        }

        var end = Stopwatch.GetTimestamp();
        longestSlice = Math.Max(longestSlice, end - start);
        return end < stop;
    }

    private static TimeSpan Max(TimeSpan left, TimeSpan right) => left > right ? left : right;
}
