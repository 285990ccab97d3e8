using ExplicitContext.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace ExplicitContext.Generators.Tests;

/// <summary>What edits cost the generators that look at declarations alone, and that the result is that of a cold run.</summary>
public class PartsIncrementalityTests
{
    private const int Edits = 300;

    // What an edit may do to a file of each kind; the first is how it begins.
    private static readonly string[][] Variants =
    [
        [AmbientEngine.Source.Text, AmbientEngine.Source.Text.Replace("[AmbientAccessor]", "", StringComparison.Ordinal), AmbientEngine.Source.Text.Replace("public class Engine", "public partial class Engine", StringComparison.Ordinal), AmbientEngine.Source.Text.Replace("public static Engine Current", "public static Engine? Current", StringComparison.Ordinal)],
        [
            "using ExplicitContext; namespace Sample; public static partial class Api { [ContextEntry] public static partial int M(int x); }",
            "using ExplicitContext; namespace Sample;\n// moved\npublic static partial class Api { [ContextEntry] public static partial int M(int x = 2); }",
            "using ExplicitContext; namespace Sample; public static class Api { [ContextEntry] public static partial int M(int x); }",
            "using ExplicitContext; namespace Sample; public static partial class Api { public static int M(int x) => x; }",
            "using E = ExplicitContext.ContextEntryAttribute; namespace Sample; public static partial class Api { [E] public static partial int M(int x); }",
        ],
        [
            "namespace Sample; public static partial class Api { static int M(Engine engine, int x) => x; }",
            "namespace Sample; public static partial class Api { static int M(Engine engine, int x) => x + 1; }",
            "namespace Sample; public static partial class Api { static int M(Engine engine, long x) => 1; }",
            "namespace Sample; public static partial class Api { static int M(Engine? engine, int x) => 1; }",
            "namespace Sample; public static partial class Api { static int M(Engine engine, int x) => x; static int M(Other other, int x) => x; } [ExplicitContext.ContextType(\"other\")] public class Other;",
            "#nullable disable\nnamespace Sample; public static partial class Api { static int M(Engine engine, int x) => x; }",
        ],
        [
            "using ExplicitContext; namespace Sample; [ModuleState(typeof(Engine))] public partial class Cache;",
            "using ExplicitContext; namespace Sample; [ModuleState(typeof(Engine))] public partial class Cache { Cache(Engine engine) { } }",
            "using ExplicitContext; namespace Sample; [ModuleState(typeof(Engine))] public class Cache;",
            "namespace Sample; public class Cache;",
        ],
        [
            "using ExplicitContext; namespace Sample; public static partial class Statics { [MoveTo(typeof(Engine), Initial = nameof(First))] public static partial int Limit { get; set; } }",
            "using ExplicitContext; namespace Sample; public static partial class Statics { [MoveTo(typeof(Engine))] public static partial int Limit { get; } }",
            "using ExplicitContext; namespace Sample; public static partial class Statics { [MoveTo(typeof(Engine))] public static int Limit; }",
        ],
        ["namespace Sample; public static partial class Statics { const int First = 1; }", "namespace Sample; public static partial class Statics { static string First => \"\"; }", "namespace Sample; public static partial class Statics { static int First() => 3; }"],
        ["namespace Sample; public static class Unrelated { public static int X() => 1; }", "namespace Sample; public static class Unrelated { public static int X() => 2; }", "global using E2 = ExplicitContext.ContextEntryAttribute;", ""],
    ];

    [Fact]
    public void AnEditOfABody_GeneratesNothingAnew_AndCostsNextToNothing()
    {
        var generator = new ShimGenerator();
        var members = string.Concat(Enumerable.Range(0, 10).Select(i => $"[ContextEntry] public static partial int M{i}(int x); static int M{i}(Engine engine, int x) => x;\n"));
        CSharpSource[] sources = [AmbientEngine.Source, .. Enumerable.Range(0, 100).Select(i => (CSharpSource)$"using ExplicitContext; namespace Sample; public static partial class Api{i} {{ {members} }}"), Variants[^1][0]];
        var compilation = TestCompilation.Create(sources);
        GeneratorDriver driver = CSharpGeneratorDriver.Create([generator.AsSourceGenerator()], parseOptions: TestCompilation.ParseOptions);
        driver = driver.RunGenerators(compilation);
        Assert.Equal(100, driver.GetRunResult().GeneratedTrees.Length);

        // The first edit makes what the next ones find.
        foreach (var body in new[] { "=> 2;", "=> 3;" })
        {
            var tree = compilation.SyntaxTrees[^1];
            compilation = compilation.ReplaceSyntaxTree(tree, CSharpSyntaxTree.ParseText(Variants[^1][0].Replace("=> 1;", body, StringComparison.Ordinal), TestCompilation.ParseOptions, tree.FilePath, System.Text.Encoding.UTF8));
            var before = GC.GetAllocatedBytesForCurrentThread();
            driver = driver.RunGenerators(compilation);
            if (body == "=> 3;") Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 1_000_000);
        }

        Assert.Equal(1, generator.Parts.Generations);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void AfterAnyEdit_TheResultIsThatOfAColdRun(int seed)
    {
        var random = new Random(seed);
        var compilation = TestCompilation.Create([.. Variants.Select((variants, i) => new CSharpSource(variants[0], $"File{i}.cs"))]);
        var warm = Driver();
        for (var edit = 0; edit < Edits / 3; edit++)
        {
            var file = random.Next(Variants.Length);
            var old = compilation.SyntaxTrees[file];
            compilation = compilation.ReplaceSyntaxTree(old, CSharpSyntaxTree.ParseText(Variants[file][random.Next(Variants[file].Length)], TestCompilation.ParseOptions, old.FilePath, System.Text.Encoding.UTF8));
            warm = warm.RunGenerators(compilation);

            Assert.Equal(TextOf(Driver().RunGenerators(compilation)), TextOf(warm));
        }
    }

    [Fact]
    public void TheOrderOfTheFiles_DoesNotMatter()
    {
        var compilation = TestCompilation.Create([.. Variants.Select((variants, i) => new CSharpSource(variants[0], $"File{i}.cs"))]);
        var backwards = compilation.RemoveAllSyntaxTrees().AddSyntaxTrees(compilation.SyntaxTrees.Reverse());

        Assert.Equal(TextOf(Driver().RunGenerators(compilation)), TextOf(Driver().RunGenerators(backwards)));
    }

    private static GeneratorDriver Driver() =>
        CSharpGeneratorDriver.Create([new ShimGenerator().AsSourceGenerator(), new StateGenerator().AsSourceGenerator()], parseOptions: TestCompilation.ParseOptions);

    private static string TextOf(GeneratorDriver driver)
    {
        var results = driver.GetRunResult().Results;
        Assert.All(results, result => Assert.Null(result.Exception));
        return string.Join("\n", results.SelectMany(result => result.GeneratedSources).Select(source => $"{source.HintName}\n{source.SourceText}"));
    }
}
