namespace Benchmarks.Measuring;

/// <summary>What a figure counts, and so how it is written.</summary>
internal enum Unit
{
    Nanoseconds,
    Bytes,
    PerSecond,
    Times,
    Count,
}
