namespace Benchmarks.Measuring;

/// <summary>What was measured again and again.</summary>
internal sealed class Samples(IEnumerable<double> values)
{
    private readonly double[] sorted = [.. values.Order()];

    public double Min => sorted[0];

    public double Median => Percentile(50);

    public double Max => sorted[^1];

    /// <summary>The smallest value that is not exceeded by the given part of all.</summary>
    public double Percentile(double percent) => sorted[Math.Clamp((int)Math.Ceiling(sorted.Length * percent / 100) - 1, 0, sorted.Length - 1)];
}
