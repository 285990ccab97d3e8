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
        Assert.Contains("d.GetP(engine) + d[engine, 1]", GeneratedText.Cold(compilation), StringComparison.Ordinal);

        foreach (var next in new[] { compilation, changed, compilation, changed })
        {
            driver = driver.RunGenerators(next);
            Assert.Equal(GeneratedText.Cold(next), GeneratedText.Of(driver));
        }
    }

    private const string Natural = """
        using System;
        using ExplicitContext;
        namespace Sample;
        internal partial class User
        {
            [PassContext] public static int Outer() => Inner(1) + Roots.Root(2);
            public static int Inner(int x) => x + Engine.Current.Depth;
            [PassContext] public static int ByHand(Engine engine, Derived other) => 1;
            [PassContext] public static int Virtual(Base b) => b.V();
        }
        internal partial class Base { public virtual int V() => Engine.Current.Depth; }
        internal partial class Derived : Base { public override int V() => 2 + base.V(); public static int Use(Base b) => b.V(); }
        """;

    private const string Uses = """
        namespace Sample;
        internal partial class Roots { [ExplicitContext.ContextEntry] public static int Root(int x) => Engine.Current.Depth; }
        internal partial class User { }
        internal partial class Derived { public static int Other() => 1; }
        internal class Uses { public object Group() { System.Delegate d = User.Inner; return d; } public object Virtual(Base b) { System.Delegate d = b.V; return d; } }
        """;

    // Nothing in these concerns generation, until it is edited.
    private static IEnumerable<CSharpSource> Apart =>
    [
        new("namespace Sample; internal partial class User { private int apart; }", "UserApart.cs"),
        new("namespace Sample; internal partial class Roots { private int apart; }", "RootsApart.cs"),
        new("namespace Sample; internal partial class Derived { private int apart; }", "DerivedApart.cs"),
        new("namespace Sample; internal class Lower : User { public int Low() => 1; }", "Lower.cs"),
        new("namespace Sample; internal class Caller { public object By(Base b, Engine engine) => engine; }", "Caller.cs"),
        new("namespace Sample; internal static class Extra { public static string VWithEngine(this Base b, object other) => \"\"; }", "Extra.cs"),
    ];

    [Theory]
    [InlineData(2, "System.Delegate d = User.Inner", "System.Func<int, int> d = User.Inner")]
    [InlineData(2, "System.Delegate d = b.V", "System.Func<int> d = b.V")]
    [InlineData(2, "internal partial class User {", "internal partial class User { public static int InnerWithEngine(Engine engine, int x) => x;")]
    [InlineData(2, "internal partial class User {", "internal partial class User { private int InnerWithEngine = 1;")]
    [InlineData(2, "internal partial class User {", "internal partial class User { internal class InnerWithEngine; internal static void InnerWithEngine2() { }")]
    [InlineData(2, "internal partial class Roots {", "internal partial class Roots { public static int RootWithEngine(Engine engine, int x) => x;")]
    [InlineData(2, "internal partial class Derived {", "internal partial class Derived { public void VWithEngine(int x) { }")]
    [InlineData(2, "internal class Uses {", "internal class Lower : User { public static int InnerWithEngine;")]
    [InlineData(2, "internal class Uses {", "internal class Uses { public int By(Engine engine) => User.InnerWithEngine(engine, 2);")]
    [InlineData(3, "User { private int apart;", "User { private int InnerWithEngine;")]
    [InlineData(3, "internal partial class User {", "internal partial class User { public static int InnerWithEngine(Engine engine, int x) => x;")]
    [InlineData(4, "internal partial class Roots {", "internal partial class Roots { public static int RootWithEngine(Engine engine, int x) => x;")]
    [InlineData(5, "internal partial class Derived {", "internal partial class Derived { public void VWithEngine(int x) { }")]
    [InlineData(6, "internal class Lower : User {", "internal class Lower : User { public static int InnerWithEngine;")]
    [InlineData(7, "Engine engine) => engine;", "Engine engine) => b.VWithEngine(engine);")]
    [InlineData(1, "Engine engine, Derived other) => 1", "Engine engine, Derived other) => other.VWithEngine(engine)")]
    public void EditOfAName_LeavesNothingStale(int file, string old, string edited)
    {
        var compilation = TestCompilation.Create([AmbientEngine.Source, new CSharpSource(Natural, "Natural.cs"), new CSharpSource(Uses, "Uses.cs"), .. Apart]);
        Assert.Contains("Outer(Engine engine) => InnerWithEngine(engine, 1) + Roots.Root(2);", GeneratedText.Cold(compilation), StringComparison.Ordinal);
        HoldsAgainstCold(compilation, file, old, edited, changes: edited != "internal class Uses { public int By(Engine engine) => User.InnerWithEngine(engine, 2);");
    }

    [Fact]
    public void CallThatNamesAnOverloadToCome_LeavesNothingStale()
    {
        var compilation = TestCompilation.Create(
            AmbientEngine.Source,
            new CSharpSource("namespace Sample; internal partial class User { [ExplicitContext.PassContext] public static int M(Other other) => Engine.Current.Depth + other.NWithEngine(Engine.Current, 2); }", "User.cs"),
            new CSharpSource("namespace Sample; internal partial class Other { public int N(long x) => Engine.Current.Depth; static object Use(Other o) { System.Delegate d = o.N; return d; } }", "Other.cs"));
        Assert.Contains("int NWithEngine(Engine engine, long x)", GeneratedText.Cold(compilation), StringComparison.Ordinal);
        HoldsAgainstCold(compilation, 2, "int N(long x)", "int N(long x, int y)");
        HoldsAgainstCold(compilation, 2, "int N(long x)", "int O(long x)");
        HoldsAgainstCold(compilation, 2, "public int N(", "internal sealed class Inner; public int N(", changes: false);
    }

    private static void HoldsAgainstCold(CSharpCompilation compilation, int file, string old, string edited, bool changes = true)
    {
        var start = compilation.SyntaxTrees[file];
        var text = start.ToString();
        Assert.Contains(old, text, StringComparison.Ordinal);
        var changed = compilation.ReplaceSyntaxTree(start, CSharpSyntaxTree.ParseText(text.Replace(old, edited, StringComparison.Ordinal), TestCompilation.ParseOptions, start.FilePath));
        Assert.Equal(changes, GeneratedText.Cold(compilation) != GeneratedText.Cold(changed));
        GeneratorDriver driver = CSharpGeneratorDriver.Create([new ContextOverloadGenerator().AsSourceGenerator()], parseOptions: TestCompilation.ParseOptions);
        foreach (var next in new[] { compilation, changed, compilation, changed })
        {
            driver = driver.RunGenerators(next);
            Assert.Equal(GeneratedText.Cold(next), GeneratedText.Of(driver));
        }
    }
}
