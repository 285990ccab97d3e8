using Benchmarks.Measuring;
using Benchmarks.Tenants;

namespace Benchmarks.Bars;

/// <summary>How long an interpreter takes to come and go.</summary>
internal sealed class B01CreateAndClose : IBar
{
    public string Id => "B1";

    public IEnumerable<Row> Measure()
    {
        using var runtime = RuntimeState.Initialize();
        var bare = OneByOne.Measure(20_000, 50_000, () => runtime.CreateInterpreter().Close());
        var emptyContext = OneByOne.Measure(20, 300, TenantContext.OpenAndUnload);
        var used = OneByOne.Measure(5_000, 20_000, () =>
        {
            var interp = runtime.CreateInterpreter();
            interp.Call(static (tstate, argument) => TenantState.Work(tstate, argument), 1);
            interp.Close();
        });
        var context = OneByOne.Measure(10, 100, TenantContext.LiveOnce);
        var process = OneByOne.Measure(1, 12, TenantProcess.LiveOnce);

        var allocated = Interleaved.Allocated(new(() => runtime.CreateInterpreter().Close(), 1));

        yield return new Row(Id, "create + close an interpreter", "p50 ≤ 5 µs, p99 ≤ 50 µs", Figure.Time(bare.Median))
        {
            Kind = "p50",
            More = $", p99 {Figure.Time(bare.Percentile(99))}, {Figure.Size(allocated)} allocated",
            Met = bare.Median <= 5_000 && bare.Percentile(99) <= 50_000,
            Instead = [new("empty collectible `AssemblyLoadContext`", Figure.Time(emptyContext.Median))],
        };
        yield return new Row(Id, "create + first call + close", "", Figure.Time(used.Median))
        {
            Kind = "p50",
            More = $", p99 {Figure.Time(used.Percentile(99))}",
            Instead =
            [
                new("collectible `AssemblyLoadContext` with one method", Figure.Time(context.Median), "memory is freed by a later collection"),
                new("process", Figure.Time(process.Median)),
            ],
        };
    }
}
