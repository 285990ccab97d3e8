using System.Diagnostics;

namespace Benchmarks.Measuring;

/// <summary>Times each of many operations alone, for percentiles.</summary>
internal static class OneByOne
{
    /// <summary>Nanoseconds of each operation after a warm-up.</summary>
    public static Samples Measure(int warmUp, int count, Action operation)
    {
        // A TimeSpan would round to 100 nanoseconds.
        var nanoseconds = 1e9 / Stopwatch.Frequency;
        for (var i = 0; i < warmUp; i++) operation();
        var times = new double[count];
        for (var i = 0; i < count; i++)
        {
            var start = Stopwatch.GetTimestamp();
            operation();
            times[i] = (Stopwatch.GetTimestamp() - start) * nanoseconds;
        }

        return new Samples(times);
    }
}
