using Benchmarks.Costs;
using Benchmarks.Measuring;

namespace Benchmarks.Bars;

/// <summary>The interpreter's lock where nobody else wants it, and the question at the end of every loop.</summary>
internal sealed class B07Lock : IBar
{
    public string Id => "B7";

    public IEnumerable<Row> Measure() => [Locks(), Breaker(), Context()];

    private Row Locks()
    {
        using var costs = new LockCosts();
        var times = Interleaved.Measure(400,
            new(costs.AllowThreads, LockCosts.Batch),
            new(costs.Attach, LockCosts.Batch),
            new(costs.Lock, LockCosts.Batch),
            new(costs.Monitor, LockCosts.Batch),
            new(costs.SemaphoreSlim, LockCosts.Batch),
            new(costs.SpinLock, LockCosts.Batch));
        var own = times[0].Median;
        return new Row(Id, "interpreter lock, uncontended: leave + enter", "≤ 30 ns, ≤ 1.5 times `Lock`", Figure.Time(own))
        {
            More = $"; {Figure.Times(own / times[2].Median)} `Lock`; attach + leave {Figure.Time(times[1].Median)}",
            Met = own <= 30 && own <= 1.5 * times[2].Median,
            Instead =
            [
                new("`Lock`", Figure.Time(times[2].Median)),
                new("`Monitor`", Figure.Time(times[3].Median)),
                new("`SemaphoreSlim`", Figure.Time(times[4].Median)),
                new("`SpinLock`", Figure.Time(times[5].Median)),
            ],
        };
    }

    private Row Breaker()
    {
        using var costs = new BreakerCosts();
        var times = Interleaved.Measure(400,
            new(costs.CheckBreaker, BreakerCosts.Batch),
            new(costs.EmptyLoop, BreakerCosts.Batch),
            new(costs.VolatileFlag, BreakerCosts.Batch),
            new(costs.CancellationToken, BreakerCosts.Batch));
        return new Row(Id, "breaker check, with its loop", "≤ 1 ns", Figure.Time(times[0].Median))
        {
            More = $"; the loop alone {Figure.Time(times[1].Median)}",
            Met = times[0].Median - times[1].Median <= 1,
            Instead =
            [
                new("`volatile bool`", Figure.Time(times[2].Median)),
                new("`CancellationToken`", Figure.Time(times[3].Median)),
            ],
        };
    }

    private static Row Context()
    {
        using var costs = new ContextCosts();
        var times = Interleaved.Measure(400,
            new(costs.Parameter, ContextCosts.Batch),
            new(costs.Singleton, ContextCosts.Batch),
            new(costs.ThreadStatic, ContextCosts.Batch),
            new(costs.Current, ContextCosts.Batch),
            new(costs.AsyncLocal, ContextCosts.Batch));
        return new Row("B12", "call that needs the context: `tstate.Interp`", "", Figure.Time(times[0].Median))
        {
            Instead =
            [
                new("mutable static", Figure.Time(times[1].Median)),
                new("`[ThreadStatic]`", Figure.Time(times[2].Median)),
                new("`InterpreterState.Current`", Figure.Time(times[3].Median)),
                new("`AsyncLocal`", Figure.Time(times[4].Median)),
            ],
        };
    }
}
