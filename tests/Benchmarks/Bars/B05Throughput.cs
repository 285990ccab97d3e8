using System.Threading.Channels;
using Benchmarks.Costs;
using Benchmarks.Links;
using Benchmarks.Measuring;

namespace Benchmarks.Bars;

/// <summary>How many messages go through a queue.</summary>
internal sealed class B05Throughput : IBar
{
    public string Id => "B5";

    public IEnumerable<Row> Measure()
    {
        var own = OneWay.Between(() => new QueueLink());
        var bounded = OneWay.Between(() => new QueueLink(1024));
        yield return new Row(Id, "queue, one producer, one consumer, two interpreters", "≥ 5 M/s", own)
        {
            More = $"; of capacity 1,024 {bounded}",
            Met = own.Value >= 5e6,
            Instead =
            [
                new("`Channel<T>`", OneWay.Between(() => new ChannelLink(Channel.CreateUnbounded<int>))),
                new("`Channel<T>` of capacity 1,024", OneWay.Between(() => new ChannelLink(() => Channel.CreateBounded<int>(1024)))),
                new("`BlockingCollection<T>`", OneWay.Between(() => new BlockingCollectionLink())),
            ],
        };

        using var costs = new QueueCosts();
        var times = Interleaved.Measure(300,
            new(costs.CrossQueue, QueueCosts.Batch),
            new(costs.Channel, QueueCosts.Batch),
            new(costs.ConcurrentQueue, QueueCosts.Batch),
            new(costs.QueueUnderLock, QueueCosts.Batch));
        yield return new Row(Id, "put + get, one thread", "≥ 10 M/s", Rate(times[0]))
        {
            More = $"; {Figure.Size(Interleaved.Allocated(new(costs.CrossQueue, QueueCosts.Batch)))} allocated",
            Met = Rate(times[0]).Value >= 10e6,
            Instead =
            [
                new("`Channel<T>`", Rate(times[1])),
                new("`ConcurrentQueue<T>`", Rate(times[2])),
                new("`Queue<T>` under `Lock`", Rate(times[3])),
            ],
        };
    }

    private static Figure Rate(Samples nanoseconds) => Figure.Rate(1e9 / nanoseconds.Median);
}
