using ExplicitContext.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace ExplicitContext.Generators.Tests.Reach;

/// <summary>Whatever is left out of the work must not show in the result.</summary>
public class ReachEquivalenceTests
{
    private const int Edits = 120;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void AfterEveryRandomEdit_TheResultIsThatOfAColdRun_AndOfBindingEverything(int seed)
    {
        var program = new RandomProgram(seed);
        var compilation = program.Compilation();
        GeneratorDriver driver = CSharpGeneratorDriver.Create([new ReachGenerator().AsSourceGenerator()], parseOptions: TestCompilation.ParseOptions);
        var seen = new HashSet<string>();
        var what = "the start";
        for (var step = 0; step <= Edits; step++)
        {
            driver = driver.RunGenerators(compilation);
            var incremental = ReachRuns.TextOf(driver);
            seen.Add(incremental);
            Assert.True(ReachRuns.Cold(compilation) == incremental, $"Seed {seed}, step {step}, after {what}: the incremental result differs from a cold run.\n{string.Join("\n", compilation.SyntaxTrees)}");
            if (step % 5 == 0)
                Assert.Equal(ReachRuns.ByBindingEverything(compilation), ReachRuns.ReachedBy(compilation, driver));
            compilation = program.Edit(compilation, out what);
        }

        Assert.True(seen.Count > Edits / 4, $"Only {seen.Count} results: most edits change nothing, so the test shows little.");
    }

    [Fact]
    public void OrderOfFilesAndConcurrency_DoNotMatter()
    {
        var compilation = new RandomProgram(4).Compilation();
        var random = new Random(5);
        var results =
            from _ in Enumerable.Range(0, 20)
            from concurrent in new[] { true, false }
            let shuffled = compilation.RemoveAllSyntaxTrees().AddSyntaxTrees(compilation.SyntaxTrees.OrderBy(_ => random.Next()))
            select ReachRuns.Cold(shuffled.WithOptions(shuffled.Options.WithConcurrentBuild(concurrent)));

        Assert.Contains("M:", Assert.Single(results.Distinct()), StringComparison.Ordinal);
    }
}
