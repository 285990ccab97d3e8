namespace AnalyzerBenchmarks.Generation;

/// <summary>How many methods a file of a subject has.</summary>
internal static class MethodsPerFile
{
    public const int Count = 10;
}
