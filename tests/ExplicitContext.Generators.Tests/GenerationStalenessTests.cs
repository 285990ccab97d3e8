using ExplicitContext.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace ExplicitContext.Generators.Tests;

/// <summary>What is remembered of bodies holds no longer than it is true: after each edit, and after it is taken back, the result is that of a cold run.</summary>
public class GenerationStalenessTests
{
    private const string User = """
        using System;
        using ExplicitContext;
        namespace Sample;
        [PassContext]
        internal partial class User
        {
            public static int Read(Derived d) => d.P + d[1];
            public static int Size(Shape shape) => shape.Area();
            public static void Write(Derived d) { d.P = 3; d.P += Consts.Step; }
            public static Derived Make() => new(2) { Q = Engine.Current.Depth };
            public static int Lambda(Runner runner) => runner.Run(() => Engine.Current.Depth);
            public static int Local(int x) { return Twice(x); static int Twice(int y) => y * Engine.Current.Depth + Consts.Step; }
            public static string Cached() { var engine = Engine.Current; return engine.Name + Info(); }
            public static string Info([System.Runtime.CompilerServices.CallerMemberName] string name = "") => name + Engine.Current.Name;
            public static object Look() => typeof(User).GetMethod("Nothing")!;
        }
        """;

    private const string Types = """
        namespace Sample;
        internal partial class Base { public int P { get => Engine.Current.Depth; set => Engine.Current.Depth = value; } public int this[int i] => Engine.Current.Depth + i; }
        internal partial class Derived : Base { public int Q; public Derived(int x) { Q = x + Engine.Current.Depth; } }
        internal partial class Shape { public virtual int Area() => Engine.Current.Depth; }
        internal partial class Square : Shape { public override int Area() => base.Area() + 1; }
        internal partial class Runner { public int Run(System.Func<int> work) => work(); }
        """;

    private const string Parts = """
        namespace Sample;
        internal static class Consts { public const int Step = 2; public const string Name = "Nothing"; }
        internal partial class Derived { private int held = Consts.Step; }
        internal partial class Shape { internal virtual int Area(Engine engine) => engine.Depth; }
        internal class Other { public int Own() => Consts.Step; }
        """;

    [Theory]
    [InlineData(2, "class Derived : Base {", "class Derived : Base { public int GetP(Engine engine) => 1;")]
    [InlineData(2, "class Derived : Base {", "class Derived : Base { public new int P => 2;")]
    [InlineData(2, "class Derived : Base {", "class Derived : Base { public int this[Engine e, int i] => 2;")]
    [InlineData(2, "class Derived : Base {", "class Derived : Base { public Derived(Engine engine, int x) { Q = x; }")]
    [InlineData(2, "public Derived(int x)", "public Derived(long x)")]
    [InlineData(2, "get => Engine.Current.Depth;", "get => 1;")]
    [InlineData(2, "System.Func<int> work", "System.Linq.Expressions.Expression<System.Func<int>> work")]
    [InlineData(3, "held = Consts.Step", "held = Engine.Current.Depth")]
    [InlineData(3, "held = Consts.Step", "held = new Other().Own()")]
    [InlineData(3, "=> engine.Depth", "=> Area()")]
    [InlineData(3, "Step = 2", "Step = 3")]
    [InlineData(3, "const int Step", "const long Step")]
    [InlineData(3, "public int Own()", "public object Look() => typeof(User).GetMethod(\"Local\", (System.Reflection.BindingFlags)56)!; public int Own()")]
    [InlineData(3, "public int Own()", "public object Taken() { System.Delegate d = User.Local; return d; } public int Own()")]
    [InlineData(3, "namespace Sample;", "namespace Sample; internal static class Extra { public static int Run(this Runner r, System.Func<int> f, int x = 0) => 1; }")]
    [InlineData(1, "static int Twice", "int Twice")]
    [InlineData(1, "var engine = Engine.Current;", "var engine = Engine.Current; engine = new(\"other\");")]
    [InlineData(1, "\"Nothing\"", "\"Read\"")]
    [InlineData(1, "using System;", "using System; using Derived = Sample.Base;")]
    [InlineData(0, "public int Depth", "[ExplicitContext.AmbientAccessor(ReplacedBy = \"engine.Name\")] public static string Title => \"\"; public int Depth")]
    [InlineData(0, "[AmbientAccessor]", "")]
    public void Edit_LeavesNothingStale(int file, string old, string edited)
    {
        var compilation = TestCompilation.Create(AmbientEngine.Source, new CSharpSource(User, "User.cs"), new CSharpSource(Types, "Types.cs"), new CSharpSource(Parts, "Parts.cs"));
        var start = compilation.SyntaxTrees[file];
        var text = start.ToString();
        Assert.Contains(old, text, StringComparison.Ordinal);
        var changed = compilation.ReplaceSyntaxTree(start, CSharpSyntaxTree.ParseText(text.Replace(old, edited, StringComparison.Ordinal), TestCompilation.ParseOptions, start.FilePath));
        GeneratorDriver driver = CSharpGeneratorDriver.Create([new ContextOverloadGenerator().AsSourceGenerator()], parseOptions: TestCompilation.ParseOptions);
        Assert.Contains("d.GetP(engine) + d[engine, 1]", Cold(compilation), StringComparison.Ordinal);

        foreach (var next in new[] { compilation, changed, compilation, changed })
        {
            driver = driver.RunGenerators(next);
            Assert.Equal(Cold(next), TextOf(driver));
        }
    }

    private static string Cold(CSharpCompilation compilation) =>
        TextOf(CSharpGeneratorDriver.Create([new ContextOverloadGenerator().AsSourceGenerator()], parseOptions: TestCompilation.ParseOptions).RunGenerators(compilation));

    private static string TextOf(GeneratorDriver driver)
    {
        var result = driver.GetRunResult().Results.Single();
        Assert.Null(result.Exception);
        return string.Join("\n", result.GeneratedSources.Select(source => $"// {source.HintName}\n{source.SourceText}"));
    }
}
