using ExplicitContext.Testing;
using Microsoft.CodeAnalysis;

namespace ExplicitContext.Generators.Tests;

/// <summary>What is recomputed after an edit; the second run of an unchanged input is checked in every other test.</summary>
public class IncrementalityTests
{
    private const string Legacy =
        """
        using ExplicitContext;
        namespace Sample;
        public static partial class Demo
        {
            [PassContext] public static int M(int x) => Other.N(x) + Engine.Current.Depth;
        }
        """;

    private const string Callee =
        """
        namespace Sample;
        public static partial class Other
        {
            public static int N(int x) => x;
        }
        """;

    [Fact]
    public void UnrelatedBodyEdit_EmitsNothingAnew()
    {
        var edited = Start().Rerun(3, "namespace Sample; public static class Unrelated { public static int X() => 2; }");

        Assert.All(AllReasons(edited), reason => Assert.True(reason is IncrementalStepRunReason.Cached or IncrementalStepRunReason.Unchanged, $"A step is {reason}."));
    }

    [Fact]
    public void EditOfAnotherFileThatChangesTheClosure_IsNoticed()
    {
        var edited = Start().Rerun(2, Callee.Replace("=> x;", "=> x + Engine.Current.Depth;", StringComparison.Ordinal));

        Assert.Contains(edited.ReasonsOf(TrackingNames.File), reasons => reasons.Key == IncrementalStepRunReason.Modified);
        Assert.Contains("Other.N(engine, x)", edited.Sources["Code.Context.g.cs"], StringComparison.Ordinal);
        Assert.Contains("N(Engine engine, int x)", edited.Sources["Code1.Context.g.cs"], StringComparison.Ordinal);
    }

    [Fact]
    public void EditOfTheMember_ModifiesItsFileAlone()
    {
        var both = Start().Rerun(2, Callee.Replace("=> x;", "=> x + Engine.Current.Depth;", StringComparison.Ordinal));

        var edited = both.Rerun(1, Legacy.Replace("+ Engine", "- Engine", StringComparison.Ordinal)).ReasonsOf(TrackingNames.File);

        Assert.Single(edited[IncrementalStepRunReason.Modified]);
        Assert.Single(edited[IncrementalStepRunReason.Unchanged]);
    }

    [Fact]
    public void RemovedRequest_RemovesTheFile()
    {
        var edited = Start().Rerun(1, Legacy.Replace("[PassContext]", "", StringComparison.Ordinal));

        Assert.Empty(edited.Sources);
    }

    [Fact]
    public void NothingAskedFor_GeneratesNothing()
    {
        var run = GeneratorTest<ContextOverloadGenerator>.Run(AmbientEngine.With(Callee));

        Assert.Empty(run.Sources);
    }

    [Fact]
    public void RequestForTheWholeAssembly_IsSeen()
    {
        var run = GeneratorTest<ContextOverloadGenerator>.Run(AmbientEngine.With("[assembly: ExplicitContext.PassContext]", Legacy.Replace("[PassContext]", "", StringComparison.Ordinal), Callee));

        Assert.Contains("M(Engine engine, int x) => Other.N(x) + engine.Depth;", run.Sources["Code1.Context.g.cs"], StringComparison.Ordinal);
    }

    private static GeneratorRun Start() => GeneratorTest<ContextOverloadGenerator>.Run(
        AmbientEngine.With(Legacy, Callee, "namespace Sample; public static class Unrelated { public static int X() => 1; }"));

    private static IEnumerable<IncrementalStepRunReason> AllReasons(GeneratorRun run) =>
        new[] { TrackingNames.File, TrackingNames.Findings }.SelectMany(step => run.ReasonsOf(step)).Select(reasons => reasons.Key)
            .Concat(run.Result.TrackedOutputSteps.Values.SelectMany(steps => steps).SelectMany(step => step.Outputs).Select(output => output.Reason));
}
