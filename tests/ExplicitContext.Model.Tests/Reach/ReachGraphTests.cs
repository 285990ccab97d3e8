using ExplicitContext.Model.Reach;
using ExplicitContext.Testing;
using Microsoft.CodeAnalysis;

namespace ExplicitContext.Model.Tests.Reach;

public class ReachGraphTests
{
    private const string Ambient =
        """
        using ExplicitContext;
        public class Engine { [AmbientAccessor] public static Engine Current => null!; public int Depth; }
        """;

    [Theory]
    [InlineData("class C { int A() => B(); int B() => Engine.Current.Depth; int N() => 1; }", "C.A C.B")]
    [InlineData("class C { int A => B; int B { get => Engine.Current.Depth; set { } } void N() => B = 1; }", "C.A C.B")]
    [InlineData("class C { void A() => B = 1; int B { get => 1; set => _ = Engine.Current; } int N() => B; }", "C.A C.B")]
    [InlineData("class C { void A() => B += 1; int B { get => 1; set => _ = Engine.Current; } }", "C.A C.B")]
    [InlineData("class C { C() => _ = Engine.Current; static void A() => new C(); }", "C constructor C.A")]
    [InlineData("class C { int f = Engine.Current.Depth; static void A() => new C(); }", "C constructor C.A C.f")]
    [InlineData("class B { public B() => _ = Engine.Current; } class C : B { static void A() => new C(); }", "B constructor C constructor C.A")]
    [InlineData("class B(int x) { int y = Engine.Current.Depth + x; } class C() : B(1) { static void A() => new C(); }", "B constructor B.y C constructor C.A")]
    [InlineData("class C { C() : this(1) { } C(int x) => _ = Engine.Current; static void A() => new C(); }", "C constructor C.A")]
    [InlineData("class C { public static C operator +(C a, C b) { _ = Engine.Current; return a; } static C A(C c) => c + c; static void N(C c, out C d) { d = c; d += c; } }", "C.A C.N C.operator +")]
    [InlineData("class C { public static implicit operator int(C c) => Engine.Current.Depth; static int A(C c) => c; }", "C.A C.implicit operator")]
    [InlineData("class C { int this[int i] => Engine.Current.Depth; int A() => this[1]; }", "C.A C.this[]")]
    [InlineData("class C { event System.Action E { add => _ = Engine.Current; remove { } } void A() => E += A; void N() => E -= N; }", "C.A C.E")]
    [InlineData("class C { static int B() => Engine.Current.Depth; System.Func<int> A() => B; }", "C.A C.B")]
    [InlineData("class C { System.Func<int> A() => () => B(); int B() { return L(); int L() => Engine.Current.Depth; } }", "C.A C.B")]
    [InlineData("class C { public E GetEnumerator() => new E(); void A() { foreach (var x in this) { } } } class E { public int Current => 1; public bool MoveNext() => Engine.Current.Depth > 0; }", "C.A E.MoveNext")]
    [InlineData("class C : System.IDisposable { public void Dispose() => _ = Engine.Current; static void A() { using var c = new C(); } static void B() { using (new C()) { } } }", "C.A C.B C.Dispose")]
    [InlineData("class C { void Deconstruct(out int a, out int b) { a = Engine.Current.Depth; b = 1; } void A() { var (a, b) = this; } }", "C.A C.Deconstruct")]
    [InlineData("class C : System.Collections.IEnumerable { void Add(int x) => _ = Engine.Current; public System.Collections.IEnumerator GetEnumerator() => null!; static void A() => _ = new C { 1 }; }", "C.A C.Add")]
    [InlineData("class C { static string A() => nameof(Engine.Current); }", "")]
    [InlineData("class C { static void A() => Engine.Current?.ToString(); static void B() { A(); B(); } }", "C.A C.B")]
    public void Construct_Reaches(string source, string expected) => Assert.Equal(expected, Reaching(source, DispatchMode.Static));

    [Fact]
    public void EntryPoint_IsReached_AndItsCallersAreNot() =>
        Assert.Equal("C.Entry", Reaching("class C { int A() => Entry(); [ExplicitContext.ContextEntry] int Entry() => Engine.Current.Depth; }", DispatchMode.Virtual));

    [Theory]
    [InlineData("class B { public virtual int V() => 1; } class D : B { public override int V() => Engine.Current.Depth; } class E : D { } class C { int A(B b) => b.V(); }", "D.V", "C.A D.V")]
    [InlineData("interface I { int V(); } class D : I { public int V() => Engine.Current.Depth; } class C { int A(I i) => i.V(); }", "D.V", "C.A D.V")]
    [InlineData("interface I { int V { get; } } class B { public int V => Engine.Current.Depth; } class D : B, I { } class C { int A(I i) => i.V; }", "B.V", "B.V C.A")]
    [InlineData("class B { public virtual int V() => 1; } class D : B { public override int V() => Engine.Current.Depth + base.V(); } class C { int A(D d) => d.V(); }", "C.A D.V", "C.A D.V")]
    [InlineData("abstract class B { public abstract int V(); } class D : B { public override int V() => W(); int W() => 1; } class F : D { public override int V() => Engine.Current.Depth; } class C { int A(B b) => b.V(); }", "F.V", "C.A F.V")]
    public void VirtualCall_ReachesWhatStandsInForIt(string source, string named, string dispatched)
    {
        Assert.Equal(named, Reaching(source, DispatchMode.Static));
        Assert.Equal(dispatched, Reaching(source, DispatchMode.Virtual));
    }

    [Fact]
    public void Chain_IsAShortestOne()
    {
        var compilation = TestCompilation.Create(Ambient, "class C { int A() => B() + D(); int B() => D(); int D() => Engine.Current.Depth; int Z() => A(); }");
        var reach = Models.Graph(compilation.SyntaxTrees, Models.Of(compilation)).Reach("Test/P:Engine.Current", DispatchMode.Virtual);

        Assert.Equal(["C.Z", "C.A", "C.D"], reach.LongestChain().Select(member => member.DisplayName));
    }

    [Fact]
    public void Result_DoesNotDependOnTheOrderOfTheFiles()
    {
        var compilation = TestCompilation.Create(
            Ambient,
            "partial class C { int A() => B() + D(); partial int P(); }",
            "partial class C { int B() => D() + Engine.Current.Depth; partial int P() => A(); }",
            "partial class C { int D() => Engine.Current.Depth; int Z() => P(); }");
        var contexts = Models.Of(compilation);
        var random = new Random(7);
        var results = Enumerable.Range(0, 20).Select(_ => Describe(Models.Graph(compilation.SyntaxTrees.OrderBy(_ => random.Next()), contexts)));

        Assert.Single(results.Distinct());

        static string Describe(ReachGraph graph)
        {
            var reach = graph.Reach("Test/P:Engine.Current", DispatchMode.Virtual);
            return string.Join('\n', reach.Members.Keys.Order(StringComparer.Ordinal).Select(key => string.Join(" > ", reach.ChainFrom(key).Select(member => member.Key))));
        }
    }

    [Fact]
    public void Reach_CrossesProjects()
    {
        var library = TestCompilation.Create(Ambient, "public class L { public static int B() => Engine.Current.Depth; }").WithAssemblyName("Library");
        var application = TestCompilation.Create("class C { int A() => L.B(); }").AddReferences(library.ToMetadataReference());
        var summaries = new[] { library, application }.SelectMany(compilation => compilation.SyntaxTrees.Select(
            tree => TreeSummarizer.Summarize(compilation.GetSemanticModel(tree), Models.Of(compilation), CancellationToken.None)));

        var reach = ReachGraph.Build(summaries).Reach("Library/P:Engine.Current", DispatchMode.Static);

        Assert.Equal(["Library/M:L.B", "Test/M:C.A"], reach.Members.Keys.Order(StringComparer.Ordinal));
    }

    private static string Reaching(string source, DispatchMode dispatch)
    {
        var compilation = TestCompilation.Create(Ambient, source);
        Assert.Equal("", TestCompilation.ErrorsOf(compilation));
        var reach = Models.Graph(compilation.SyntaxTrees, Models.Of(compilation)).Reach("Test/P:Engine.Current", dispatch);
        return string.Join(' ', reach.Members.Values.Select(reached => reached.Member.DisplayName).Distinct().Order(StringComparer.Ordinal));
    }
}
