using System.Runtime.CompilerServices;
using ExplicitContext.Generators.Tests.Reach;
using ExplicitContext.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace ExplicitContext.Generators.Tests;

/// <summary>What an edit costs: bodies bound, memory allocated, files emitted anew. And that what is left out of the work never shows in the result.</summary>
public class GenerationIncrementalityTests
{
    private const string Legacy = "using ExplicitContext;\nnamespace Sample;\npublic partial class Demo\n{\n    [PassContext] public static int M(int x) => Other.N(x) + Engine.Current.Depth;\n    [PassContext] public static int P(int x) => x + Engine.Current.Depth;\n}\n";
    private const string Callee = "namespace Sample;\npublic partial class Other { public static int N(int x) => x + Engine.Current.Next(); public static int Pure() => 1; }\n";
    private const string Unrelated = "namespace Sample;\npublic class Unrelated { public static int X(string s) => s.Length; }\n";
    private const string Library = "namespace Sample;\npublic class Holder { public virtual int Size() => 1; public Inner Deeper => new(); public class Inner { public int Weight = 2; } }\n";

    [Theory]
    [InlineData("s.Length;", "s.Length + 1;")]
    [InlineData("s.Length;", "new Holder().Size() + new Holder().Deeper.Weight;")]
    [InlineData("public static int X", "private int y = 3; public static int X")]
    [InlineData("public class Unrelated", "public interface IThing { void Do(); }\npublic class Unrelated")]
    [InlineData("public static int X", "/* a remark */ public static int X")]
    [InlineData("public static int X", "public static int Y(Holder h) => h.Size(); public static int X")]
    public void EditThatCannotMatter_BindsNothing(string old, string edited)
    {
        var run = new Run(Legacy, Callee, Unrelated, Library);
        Assert.Equal("Demo 2, Demo.Context.g 2, Engine 1, Other 1, Other.Context.g 1", run.Bound);

        run.Edit(2, Unrelated.Replace(old, edited, StringComparison.Ordinal));

        Assert.Equal("", run.Bound);
    }

    [Theory]
    [InlineData(0, "M(int x) =>", "M(int x) => 1 +")]
    [InlineData(1, "x + Engine.Current.Next()", "x")]
    [InlineData(1, "int x) => x +", "long x) => 2 +")]
    [InlineData(1, "public static int Pure", "public static int N(short x) => x; public static int Pure")]
    [InlineData(2, "s.Length", "Demo.M(2)")]
    [InlineData(2, "public class Unrelated", "public class Unrelated : Other")]
    [InlineData(2, "public class Unrelated", "public partial class Other { public static int N(byte x) => x; }\npublic class Unrelated")]
    [InlineData(2, "public class Unrelated", "[ExplicitContext.PassContext]\npublic partial class Asked { int Q() => Engine.Current.Depth; }\npublic class Unrelated")]
    [InlineData(2, "namespace Sample;", "[assembly: System.Runtime.CompilerServices.InternalsVisibleTo(\"Friend\")]\nnamespace Sample;")]
    public void EditThatMayMatter_LeavesNothingStale(int file, string old, string edited)
    {
        var run = new Run(Legacy, Callee, Unrelated, Library);
        var text = new[] { Legacy, Callee, Unrelated }[file].Replace(old, edited, StringComparison.Ordinal);

        run.Edit(file, text);

        Assert.Equal(GeneratedText.Cold(run.Compilation), run.Text);
    }

    [Theory]
    [InlineData(0, "M(int x) =>", "M(int x) => 1 +", "Demo 2, Demo.Context.g 2")]
    [InlineData(1, "=> x + Engine", "=> 2 * x + Engine", "Other 1, Other.Context.g 1")]
    [InlineData(1, "Pure() => 1", "Pure() => 2", "Other 1, Other.Context.g 1")]
    [InlineData(2, "s.Length", "Demo.M(2)", "")]
    [InlineData(2, "s.Length", "s.Length + N()", "")]
    [InlineData(2, "s.Length", "((System.Func<int, int>)Demo.M)(2)", "Unrelated 1")]
    public void BodyEdit_BindsItsFileAlone(int file, string old, string edited, string bound)
    {
        var run = new Run(Legacy, Callee, Unrelated + "public partial class Unrelated { static int N() => 0; }", Library);
        _ = run.Bound;

        run.Edit(file, new[] { Legacy, Callee, Unrelated + "public partial class Unrelated { static int N() => 0; }" }[file].Replace(old, edited, StringComparison.Ordinal));

        Assert.Equal(bound, run.Bound);
        Assert.Equal(GeneratedText.Cold(run.Compilation), run.Text);
    }

    [Theory]
    [InlineData(1, "int x) => x +", "long x) => x +", "Demo 2, Demo.Context.g 2, Other 1, Other.Context.g 1")]
    [InlineData(1, "public static int Pure", "public static int N(short x) => x; public static int Pure", "Demo 2, Demo.Context.g 2, Other 1, Other.Context.g 1")]
    [InlineData(1, "public static int Pure", "public static int Purer() => 1; public static int Pure", "Other 1, Other.Context.g 1")]
    [InlineData(1, "x + Engine.Current.Next()", "x", "Demo 2, Demo.Context.g 2, Other 1")]
    [InlineData(0, "[PassContext] public static int P", "public static int P", "Demo 1, Demo.Context.g 1")]
    public void EditThatMatters_BindsWhoMentionsIt(int file, string old, string edited, string bound)
    {
        var run = new Run(Legacy, Callee, Unrelated, Library);
        _ = run.Bound;

        run.Edit(file, new[] { Legacy, Callee, Unrelated }[file].Replace(old, edited, StringComparison.Ordinal));

        Assert.Equal(bound, run.Bound);
        Assert.Equal(GeneratedText.Cold(run.Compilation), run.Text);
    }

    [Fact]
    public void Comment_ChangesNoOutput()
    {
        var run = new Run(Legacy, Callee, Unrelated, Library);
        var before = run.Text;

        run.Edit(0, Legacy.Replace("public partial class", "/* a remark */ public partial class", StringComparison.Ordinal));

        Assert.Equal(before, run.Text);
    }

    [Fact]
    public void UnrelatedKeystroke_AllocatesLessThanAMegabyte()
    {
        var methods = Enumerable.Range(0, 100).Select(file => $"using ExplicitContext;\nnamespace Sample;\n[PassContext] public partial class C{file}\n{{\n{string.Concat(Enumerable.Range(0, 10).Select(i => $"    public int M{i}(int x) {{ var y = x + Engine.Current.Depth; return y > 3 ? M{(i + 1) % 10}(y) : C{(file + 1) % 100}.S(y); }}\n"))}    public static int S(int x) => x + Engine.Current.Next();\n}}\n");
        var run = new Run([.. methods, Unrelated]);
        Assert.NotEqual("", run.Bound);
        run.Edit(100, Unrelated + "// once, so that all is compiled");
        var edited = run.Compilation.ReplaceSyntaxTree(run.Compilation.SyntaxTrees[^1], Parse(Unrelated.Replace("s.Length", "s.Length + 2", StringComparison.Ordinal), "Code100.cs"));
        _ = edited.SyntaxTrees[^1].GetRoot();

        var before = GC.GetAllocatedBytesForCurrentThread();
        run.Take(edited);
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;

        Assert.Equal("", run.Bound);
        Assert.InRange(allocated, 0, 1_000_000);
    }

    [Fact]
    public void OldCompilation_CanBeCollected()
    {
        var run = new Run(Legacy, Callee, Unrelated, Library);
        var old = Old(run);

        for (var i = 0; i < 10 && old.IsAlive; i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        Assert.False(old.IsAlive);
        Assert.NotEmpty(run.Text);
    }

    [Theory]
    [InlineData(11)]
    [InlineData(12)]
    [InlineData(13)]
    public void AfterEveryRandomEdit_TheResultIsThatOfAColdRun(int seed)
    {
        var edits = int.TryParse(Environment.GetEnvironmentVariable("GENERATION_EDITS"), out var asked) ? asked : 60;
        var program = new RandomProgram(seed, "[ExplicitContext.PassContext] ");
        var compilation = program.Compilation();
        var counter = new BindingCounter();
        GeneratorDriver driver = CSharpGeneratorDriver.Create([new ContextOverloadGenerator(counter).AsSourceGenerator()], parseOptions: TestCompilation.ParseOptions);
        var (seen, idle) = (new HashSet<string>(), 0);
        var what = "the start";
        for (var step = 0; step <= edits; step++)
        {
            driver = driver.RunGenerators(compilation);
            var incremental = GeneratedText.Of(driver);
            seen.Add(incremental);
            idle += counter.Take().Length == 0 ? 1 : 0;
            Assert.True(GeneratedText.Cold(compilation) == incremental, $"Seed {seed}, step {step}, after {what}: the incremental result differs from a cold run.\n{string.Join("\n", compilation.SyntaxTrees)}");
            compilation = program.Edit(compilation, out what);
        }

        Assert.True(seen.Count > edits / 4, $"Only {seen.Count} results: most edits change nothing, so the test shows little.");
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static WeakReference Old(Run run)
    {
        var old = new WeakReference(run.Compilation);
        run.Edit(2, Unrelated.Replace("s.Length", "2", StringComparison.Ordinal));
        run.Edit(0, Legacy.Replace("M(int x) =>", "M(int x) => 1 +", StringComparison.Ordinal));
        return old;
    }

    private static SyntaxTree Parse(string text, string path) =>
        CSharpSyntaxTree.ParseText(SourceText.From(text, System.Text.Encoding.UTF8), TestCompilation.ParseOptions, "/test/" + path);

    /// <summary>One generator over several versions of a project. Steps are not tracked: that costs more than all the rest.</summary>
    private sealed class Run
    {
        private readonly BindingCounter counter = new();
        private GeneratorDriver driver;

        public Run(params string[] files)
        {
            driver = CSharpGeneratorDriver.Create([new ContextOverloadGenerator(counter).AsSourceGenerator()], parseOptions: TestCompilation.ParseOptions);
            Compilation = CSharpCompilation.Create(
                "Test",
                [Parse(AmbientEngine.Source.Text, "Engine.cs"), .. files.Select((file, i) => Parse(file, files.Length > 10 ? $"Code{i}.cs" : new[] { "Demo.cs", "Other.cs", "Unrelated.cs", "Library.cs" }[i]))],
                TestCompilation.References,
                TestCompilation.Options());
            Take(Compilation);
        }

        public CSharpCompilation Compilation { get; private set; }

        public string Bound => counter.Take();

        public string Text => GeneratedText.Of(driver);

        public void Edit(int file, string text)
        {
            var old = Compilation.SyntaxTrees[file + 1];
            Take(Compilation.ReplaceSyntaxTree(old, Parse(text, Path.GetFileName(old.FilePath))));
        }

        public void Take(CSharpCompilation compilation)
        {
            Compilation = compilation;
            driver = driver.RunGenerators(compilation);
        }
    }
}
