using System.Diagnostics;

namespace Benchmarks.Measuring;

/// <summary>
/// Compares costs on a machine that does other things as well: the candidates take turns in short blocks, so that what disturbs one disturbs all,
/// and the median block counts.
/// </summary>
internal static class Interleaved
{
    private static readonly TimeSpan WarmUp = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan Block = TimeSpan.FromMilliseconds(0.5);

    /// <summary>Nanoseconds an operation, for each candidate.</summary>
    public static IReadOnlyList<Samples> Measure(int rounds, params IReadOnlyList<Candidate> candidates)
    {
        var repeats = candidates.Select(Repeats).ToArray();
        var blocks = candidates.Select(_ => new double[rounds]).ToArray();
        for (var round = 0; round < rounds; round++)
        {
            for (var i = 0; i < candidates.Count; i++) blocks[i][round] = Time(candidates[i], repeats[i]);
        }

        return [.. blocks.Select(values => new Samples(values))];
    }

    /// <summary>Bytes that an operation allocates on the calling thread.</summary>
    public static double Allocated(Candidate candidate)
    {
        const int batches = 20;
        candidate.Batch();
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < batches; i++) candidate.Batch();
        return (GC.GetAllocatedBytesForCurrentThread() - before) / (double)(batches * candidate.Operations);
    }

    // The first calls are interpreted by the tiers of the JIT; only what comes after them is what a long-running process pays.
    private static int Repeats(Candidate candidate)
    {
        var clock = Stopwatch.StartNew();
        do candidate.Batch();
        while (clock.Elapsed < WarmUp);

        var one = Math.Max(1, Time(candidate, 1) * candidate.Operations);
        return Math.Max(1, (int)(Block.TotalNanoseconds / one));
    }

    private static double Time(Candidate candidate, int repeats)
    {
        var start = Stopwatch.GetTimestamp();
        for (var i = 0; i < repeats; i++) candidate.Batch();
        return Stopwatch.GetElapsedTime(start).TotalNanoseconds / ((double)repeats * candidate.Operations);
    }
}
