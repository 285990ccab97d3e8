namespace AnalyzerBenchmarks.Builds;

/// <summary>What one build took, in seconds.</summary>
/// <param name="Wall">The whole command.</param>
/// <param name="Compiler">The compiler's task alone.</param>
/// <param name="Components">The analyzers and generators, by the compiler's own report: assemblies, and below each its analyzers.</param>
internal sealed record BuildTimes(double Wall, double Compiler, IReadOnlyList<ComponentTime> Components)
{
    /// <summary>The time of an assembly of analyzers, in all of the compiler's projects.</summary>
    public double OfAssembly(string name) => Components.Where(component => component.Name.StartsWith(name + ", Version=", StringComparison.Ordinal)).Sum(component => component.Seconds);

    /// <summary>The time of the analyzers that report a rule.</summary>
    public double OfRule(string id) => Components.Where(component => component.Name.Contains('(') && component.Name.Contains(id, StringComparison.Ordinal)).Sum(component => component.Seconds);
}
