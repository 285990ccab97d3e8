using ExplicitContext.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace ExplicitContext.Generators.Tests;

/// <summary>An edit that concerns a constructor, setter, indexer or initialiser through another file shows, in both directions.</summary>
public class KindIncrementalityTests
{
    private const string Requested =
        "using ExplicitContext;\nnamespace Sample;\npublic partial class Demo { [PassContext] public static int M() { var c = new C(2); c.P = 3; c[1] = 4; return c[2]; } }\n[PassContext] public partial class C { public C(int x) : base(x) { } }\n";

    [Theory]
    [InlineData("partial class C : B { int f; public int P { set => f = Engine.Current.Depth; } public int this[int i] { get => i; set => f = Engine.Current.Depth; } } class B { public B(int x) { } }", "f = Engine.Current.Depth;", "f = 1;")]
    [InlineData("partial class C : B { int f = 1; public int P { set { } } public int this[int i] { get => i; set { } } } partial class B { public B(int x) => Engine.Current.Next(); }", "f = 1", "f = Engine.Current.Depth")]
    [InlineData("partial class C : B { int F { get; } = 1; public int P { set { } } public int this[int i] { get => i; set { } } } partial class B { public B(int x) => Engine.Current.Next(); }", "= 1", "= Engine.Current.Depth")]
    [InlineData("partial class C : B { static int f = 1; public int P { set { } } public int this[int i] { get => i; set { } } } partial class B { public B(int x) => Engine.Current.Next(); }", "f = 1", "f = Engine.Current.Depth")]
    [InlineData("partial class C : B { public int P { set { } } public int this[int i] { get => i; set { } } } partial class B { public B(int x) => Engine.Current.Next(); }", "public B(int x) =>", "protected B(int x) =>")]
    [InlineData("partial class C : B { public int P { set { } } public int this[int i] { get => i; set { } } } partial class B { public B(int x) : this() { } B() { } }", "B() { }", "B() => Engine.Current.Next();")]
    [InlineData("partial class C : B { public int P { set => Engine.Current.Next(); } public int this[int i] { get => i; set { } } } class B(int x) { int y = x; }", "set => Engine.Current.Next();", "set { Engine.Current.Next(); }")]
    public void EditOfAnotherFile_ShowsAsInAColdRun(string other, string old, string edited)
    {
        var one = "namespace Sample;\npublic " + other.Replace("} class B", "}\npublic class B", StringComparison.Ordinal).Replace("} partial class B", "}\npublic partial class B", StringComparison.Ordinal);
        var two = one.Replace(old, edited, StringComparison.Ordinal);
        GeneratorDriver driver = CSharpGeneratorDriver.Create([new ContextOverloadGenerator().AsSourceGenerator()], parseOptions: TestCompilation.ParseOptions);
        var first = Compilation(one);
        var second = first.ReplaceSyntaxTree(first.SyntaxTrees[2], Parse(two, "Other.cs"));

        driver = driver.RunGenerators(first);
        var before = GeneratedText.Of(driver);
        driver = driver.RunGenerators(second);
        var after = GeneratedText.Of(driver);
        driver = driver.RunGenerators(first);

        Assert.NotEqual(before, after);
        Assert.Equal(GeneratedText.Of(driver), before);
        Assert.Equal(GeneratedText.Cold(first), before);
        Assert.Equal(GeneratedText.Cold(second), after);
    }

    private static CSharpCompilation Compilation(string other) => CSharpCompilation.Create(
        "Test",
        [Parse(AmbientEngine.Source.Text, "Engine.cs"), Parse(Requested, "Demo.cs"), Parse(other, "Other.cs")],
        TestCompilation.References,
        TestCompilation.Options());

    private static SyntaxTree Parse(string text, string path) => CSharpSyntaxTree.ParseText(SourceText.From(text, System.Text.Encoding.UTF8), TestCompilation.ParseOptions, "/test/" + path);
}
