using Benchmarks.Costs;
using Benchmarks.Measuring;

namespace Benchmarks.Bars;

/// <summary>What the size of a message costs: nothing, where it is moved or shared.</summary>
internal sealed class B06Payload : IBar
{
    public string Id => "B6";

    public IEnumerable<Row> Measure()
    {
        using var costs = new CrossingCosts();
        var small = Interleaved.Measure(300,
            new(costs.Number, CrossingCosts.Batch),
            new(costs.MebibyteMoved, CrossingCosts.Batch),
            new(costs.MebibyteShared, CrossingCosts.Batch),
            new(costs.MebibyteByChannel, CrossingCosts.Batch),
            new(costs.Record, CrossingCosts.Batch),
            new(costs.CloneByHand, CrossingCosts.Batch),
            new(costs.CopyByJson, CrossingCosts.Batch));
        var large = Interleaved.Measure(30,
            new(costs.MebibyteCopied, CrossingCosts.Batch),
            new(costs.MebibyteCloned, CrossingCosts.Batch));
        var (number, moved, shared) = (small[0].Median, small[1].Median, small[2].Median);
        var record = small[4].Median - number;

        yield return new Row("B5", "copy of a record with an `int[16]` on its way through a queue", "≤ 150 ns", Figure.Time(record))
        {
            More = $"; put + get in all {Figure.Time(small[4].Median)}",
            Met = record <= 150,
            Instead = [new("clone by hand", Figure.Time(small[5].Median)), new("JSON and back", Figure.Time(small[6].Median))],
        };
        yield return new Row(Id, "put + get of 1 MiB, moved", "≤ 2 times an `int`", Figure.Time(moved))
        {
            More = $", {Figure.Times(moved / number)}; shared {Figure.Time(shared)}, {Figure.Times(shared / number)}; an `int` {Figure.Time(number)}",
            Met = moved <= 2 * number && shared <= 2 * number,
            Instead =
            [
                new("`Channel<byte[]>`", Figure.Time(small[3].Median), "both sides can write to it"),
                new("copy by policy", Figure.Time(large[0].Median)),
                new("`Clone`", Figure.Time(large[1].Median)),
            ],
        };
    }
}
