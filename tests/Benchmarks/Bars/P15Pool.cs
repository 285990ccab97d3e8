using Benchmarks.Measuring;

namespace Benchmarks.Bars;

/// <summary>A call in an interpreter that a pool keeps warm.</summary>
internal sealed class P15Pool : IBar
{
    private const int Batch = 1000;

    public string Id => "POL-15";

    public IEnumerable<Row> Measure()
    {
        using var runtime = RuntimeState.Initialize();
        using var pool = runtime.CreatePool(new InterpreterPoolOptions { MaxWorkers = 2 });
        var sum = 0;
        var times = Interleaved.Measure(
            300,
            new Candidate(
                () =>
                {
                    for (var i = 0; i < Batch; i++) sum += pool.Call(static (_, n) => n + 1, i);
                },
                Batch));
        var tasks = OneByOne.Measure(500, 5_000, () => sum += Task.Run(() => 1).Result);
        var submitted = OneByOne.Measure(500, 5_000, () => sum += pool.CallAsync(static (_, n) => n + 1, 1).Result);

        yield return new Row(Id, "take a warm interpreter from a pool, run, give it back", "p50 ≤ 5 µs", Figure.Time(times[0].Median))
        {
            Kind = "p50",
            More = $"; on a worker's thread, waiting for the result, {Figure.Time(submitted.Median)}",
            Met = times[0].Median <= 5_000,
            Instead = [new("`Task.Run`, waiting for the result", Figure.Time(tasks.Median))],
        };
    }
}
