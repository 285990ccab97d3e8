using ExplicitContext.Model.Rewriting;
using ExplicitContext.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace ExplicitContext.Generators.Tests;

/// <summary>A fault of the generator costs the one member in which it happens, and is reported there.</summary>
public class FaultTests
{
    private static readonly CSharpSource One = new(
        """
        using ExplicitContext;
        namespace Sample;
        [PassContext]
        public partial class One
        {
            public static int Alpha(int x) => x + Engine.Current.Depth;

            public static int Beta(int x) => Gamma(x) + Engine.Current.Next();

            public static int Gamma(int x) => x - Engine.Current.Depth;

            public static int Outer(int x) => Beta(x) * 2;
        }
        """,
        "One.cs");

    private static readonly CSharpSource Two = new(
        """
        using ExplicitContext;
        namespace Sample;
        [PassContext]
        internal abstract partial class Two
        {
            public int Delta => Engine.Current.Depth;

            protected internal virtual int Epsilon() => Engine.Current.Next();
        }
        internal partial class Three : Two
        {
            protected internal override int Epsilon() => 3;
        }
        """,
        "Two.cs");

    [Theory]
    [InlineData(GenerationStep.Reading, "Alpha")]
    [InlineData(GenerationStep.Planning, "Alpha")]
    [InlineData(GenerationStep.Writing, "Alpha")]
    [InlineData(GenerationStep.Reading, "get_Delta")]
    [InlineData(GenerationStep.Planning, "get_Delta")]
    [InlineData(GenerationStep.Writing, "get_Delta")]
    public void Fault_CostsItsMemberAlone(GenerationStep step, string member)
    {
        var (whole, _) = Generate(new());

        var (rest, report) = Generate(new() { Step = step, Member = member });

        var file = member == "Alpha" ? "One" : "Two";
        var other = member == "Alpha" ? "Two" : "One";
        Assert.Equal(whole[$"{other}.Context.g.cs"], rest[$"{other}.Context.g.cs"]);
        Assert.Equal(Without(member, whole[$"{file}.Context.g.cs"]), rest[$"{file}.Context.g.cs"]);
        Assert.Contains("ECTX5002", report, StringComparison.Ordinal);
        Assert.Contains(member == "Alpha" ? "M:Sample.One.Alpha(System.Int32)" : "P:Sample.Two.Delta", report, StringComparison.Ordinal);
        Assert.Contains("InvalidOperationException, injected", report, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(GenerationStep.Planning)]
    [InlineData(GenerationStep.Writing)]
    public void FaultInAFamily_CostsTheFamily(GenerationStep step)
    {
        var (whole, _) = Generate(new());

        var (rest, report) = Generate(new() { Step = step, Member = "Epsilon" });

        Assert.Equal(whole["One.Context.g.cs"], rest["One.Context.g.cs"]);
        Assert.DoesNotContain("Epsilon(", rest["Two.Context.g.cs"], StringComparison.Ordinal);
        Assert.Contains("GetDelta(Engine engine)", rest["Two.Context.g.cs"], StringComparison.Ordinal);
        Assert.Contains("M:Sample.Two.Epsilon", report, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(GenerationStep.Reading)]
    [InlineData(GenerationStep.Planning)]
    [InlineData(GenerationStep.Writing)]
    public void FaultInACallee_LeavesItsCallersTheOriginal(GenerationStep step)
    {
        var (rest, _) = Generate(new() { Step = step, Member = "Gamma" });

        Assert.Contains("Beta(Engine engine, int x) => Gamma(x) + engine.Next()", rest["One.Context.g.cs"], StringComparison.Ordinal);
        Assert.Contains("Outer(Engine engine, int x) => Beta(engine, x) * 2", rest["One.Context.g.cs"], StringComparison.Ordinal);
    }

    [Fact]
    public void FaultThatIsGone_LeavesNothingBehind()
    {
        var (whole, _) = Generate(new());
        var observer = new Saboteur { Step = GenerationStep.Reading, Member = "Gamma" };
        GeneratorDriver driver = CSharpGeneratorDriver.Create([new ContextOverloadGenerator(observer).AsSourceGenerator()], parseOptions: TestCompilation.ParseOptions);
        var compilation = TestCompilation.Create(AmbientEngine.Source, One, Two);
        driver = driver.RunGenerators(compilation);
        observer.Step = null;

        var tree = compilation.SyntaxTrees[1];
        driver = driver.RunGenerators(compilation.ReplaceSyntaxTree(tree, CSharpSyntaxTree.ParseText(One.Text + " ", TestCompilation.ParseOptions, tree.FilePath)));

        Assert.Equal(whole, Texts(driver).Files);
    }

    private static (Dictionary<string, string> Files, string Report) Generate(Saboteur observer)
    {
        GeneratorDriver driver = CSharpGeneratorDriver.Create([new ContextOverloadGenerator(observer).AsSourceGenerator()], parseOptions: TestCompilation.ParseOptions);
        var compilation = TestCompilation.Create(AmbientEngine.Source, One, Two);
        driver = driver.RunGeneratorsAndUpdateCompilation(compilation, out var output, out _);
        Assert.Equal("", TestCompilation.ErrorsOf(output));
        return Texts(driver);
    }

    private static (Dictionary<string, string> Files, string Report) Texts(GeneratorDriver driver)
    {
        var result = driver.GetRunResult().Results.Single();
        Assert.Null(result.Exception);
        var all = result.GeneratedSources.ToDictionary(source => source.HintName, source => source.SourceText.ToString());
        all.Remove("ExplicitContext.Report.g.cs", out var report);
        return (all, report ?? "");
    }

    /// <summary>A file without the overload of one member: from the line above its mapping to the one after it.</summary>
    private static string Without(string member, string text)
    {
        var lines = text.Split('\n').ToList();
        var name = member == "Alpha" ? " Alpha(" : " GetDelta(";
        var at = lines.FindIndex(line => line.Contains(name, StringComparison.Ordinal));
        var start = lines.FindLastIndex(at, line => line.StartsWith("#line ", StringComparison.Ordinal));
        var end = lines.FindIndex(at, line => line.StartsWith("#line default", StringComparison.Ordinal));
        lines.RemoveRange(start, end - start + 1);
        lines.RemoveAt(lines[start].Length == 0 ? start : start - 1);
        return string.Join('\n', lines);
    }

    private sealed class Saboteur : IGenerationObserver
    {
        public GenerationStep? Step { get; set; }

        public string? Member { get; init; }

        public void OnBound(string path, int parts)
        {
        }

        public void OnStep(GenerationStep step, string member)
        {
            if (step == Step && member == Member)
                throw new InvalidOperationException("injected");
        }
    }
}
