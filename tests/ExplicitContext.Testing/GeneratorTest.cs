using Microsoft.CodeAnalysis;

namespace ExplicitContext.Testing;

/// <summary>Tests of one generator.</summary>
public static class GeneratorTest<TGenerator>
    where TGenerator : IIncrementalGenerator, new()
{
    /// <summary>
    /// Runs the generator and asserts what every run must keep: its output compiles, a second run recomputes nothing, and its models hold
    /// nothing of a compilation.
    /// </summary>
    public static GeneratorRun Run(TestProject project) =>
        RunUnchecked(project).AssertCompiles().AssertCached().AssertHoldsNoCompilation();

    /// <summary>Runs the generator and asserts nothing, for tests of broken code and of single assertions.</summary>
    public static GeneratorRun RunUnchecked(TestProject project) => RunUnchecked(project, new TGenerator());

    /// <summary>The same with a generator that was made for the test, such as one that is observed.</summary>
    public static GeneratorRun RunUnchecked(TestProject project, TGenerator generator) => GeneratorRun.Start(project.ToProject(), generator);
}
