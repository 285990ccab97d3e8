using Benchmarks.Measuring;

namespace Benchmarks.Bars;

/// <summary>The bars, in their order.</summary>
internal static class AllBars
{
    public static IReadOnlyList<IBar> Create() => [new B01CreateAndClose(), new B02Alive(), new B03Call(), new B04PingPong(), new B05Throughput(), new B06Payload(), new B07Lock(), new B08Fairness(), new B09Scaling(), new B18Timeouts(), new P15Pool()];
}
