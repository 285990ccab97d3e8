using Benchmarks.Costs;
using Benchmarks.Measuring;
using Benchmarks.Tenants;

namespace Benchmarks.Bars;

/// <summary>A call from one interpreter into another, on the same thread.</summary>
internal sealed class B03Call : IBar
{
    public string Id => "B3";

    public IEnumerable<Row> Measure()
    {
        using var costs = new CallCosts();
        var call = new Candidate(costs.CallIntoInterpreter, CallCosts.Batch);
        var times = Interleaved.Measure(300,
            call,
            new(costs.AttachToInterpreter, CallCosts.Batch),
            new(costs.CallUnderMonitor, CallCosts.Batch),
            new(costs.CallUnderLock, CallCosts.Batch),
            new(costs.CallUnderSemaphore, CallCosts.Batch),
            new(costs.CallWithAsyncLocal, CallCosts.Batch));
        var allocated = Interleaved.Allocated(call);
        using var process = new TenantProcess();
        var roundTrip = OneByOne.Measure(500, 5_000, () => process.Work(1));

        yield return new Row(Id, "call into another interpreter and back, one thread", "p50 ≤ 200 ns, no allocation", Figure.Time(times[0].Median))
        {
            Kind = "p50",
            More = $", {Figure.Size(allocated)} allocated; attach + leave alone {Figure.Time(times[1].Median)}",
            Met = times[0].Median <= 200 && allocated < 0.5,
            Instead =
            [
                new("delegate under `Monitor`", Figure.Time(times[2].Median)),
                new("delegate under `Lock`", Figure.Time(times[3].Median)),
                new("delegate under `SemaphoreSlim`", Figure.Time(times[4].Median)),
                new("delegate with an `AsyncLocal` tenant", Figure.Time(times[5].Median)),
                new("process, by its streams", Figure.Time(roundTrip.Median)),
            ],
        };
    }
}
