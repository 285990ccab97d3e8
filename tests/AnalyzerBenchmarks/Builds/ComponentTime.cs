namespace AnalyzerBenchmarks.Builds;

/// <summary>One line of the compiler's report.</summary>
/// <param name="Name">An assembly's full name, or an analyzer with the IDs of its rules, or a generator.</param>
/// <param name="Seconds">How long it ran.</param>
internal sealed record ComponentTime(string Name, double Seconds);
