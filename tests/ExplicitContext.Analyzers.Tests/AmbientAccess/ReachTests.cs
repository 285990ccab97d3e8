using ExplicitContext.Analyzers.AmbientAccess;
using ExplicitContext.Testing;

namespace ExplicitContext.Analyzers.Tests.AmbientAccess;

/// <summary>ECTX1003, construct by construct: the finding stands where the chain begins.</summary>
public class ReachTests
{
    private const string Reader = " class R { public static int Read() => Engine.Current.Seed; }";

    [Theory]
    [InlineData("class C { int A() => R.[|Read|](); int N() => 1; }")]
    [InlineData("class C { int A() => [|B|](); int B() => R.[|Read|](); }")]
    [InlineData("class C { int P => R.[|Read|](); int A() => [|P|]; int Q() => this.[|P|]; }")]
    [InlineData("class C { int P { get => 1; set => R.[|Read|](); } void A() => [|P|] = 1; int N() => P; void B() => [|P|]++; }")]
    [InlineData("class C { int this[int i] => R.[|Read|](); int A() => this[|[1]|]; int? B(C? c) => c?[|[1]|]; }")]
    [InlineData("class C { C() => R.[|Read|](); static void A() => new [|C|](); static C B() => [|new|](); }")]
    [InlineData("class C { int f = R.[|Read|](); static void A() => new [|C|](); }")]
    [InlineData("class B { public B() => R.[|Read|](); } class C : B { [|C|]() { } } class D : [|B|] { } class E : B { E() : [|base|]() { } }")]
    [InlineData("class B { public B(int x) => R.[|Read|](); } class C() : [|B|](1) { }")]
    [InlineData("class C { C(int x) => R.[|Read|](); C() : [|this|](1) { } }")]
    [InlineData("class C { event System.Action E { add => R.[|Read|](); remove { } } void A() => [|E|] += N; void N() => this.E -= N; }")]
    [InlineData("class C { public static C operator +(C a, C b) { R.[|Read|](); return a; } static C A(C c) => c [|+|] c; static void B(C c) => c [|+=|] c; public static C operator -(C a, C b) => a; static C N(C c) => c - c; }")]
    [InlineData("class C { public static bool operator !(C c) => R.[|Read|]() > 0; static bool A(C c) => [|!|]c; }")]
    [InlineData("class C { public static implicit operator int(C c) => R.[|Read|](); static int A(C c) => [|c|]; static int B(C c) => ([|int|])c; }")]
    [InlineData("class C { System.Func<int> A() => R.[|Read|]; void B(System.Action<System.Func<int>> take) => take(R.[|Read|]); }")]
    [InlineData("class C { System.Func<int> A() => () => R.[|Read|](); int B() { return L(); int L() => R.[|Read|](); } int D() { return S(); static int S() => R.[|Read|](); } }")]
    [InlineData("class C { public E GetEnumerator() => new E(); void A() { [|foreach|] (var x in this) { } } } class E { public int Current => 1; public bool MoveNext() => R.[|Read|]() > 0; }")]
    [InlineData("class C : System.IDisposable { public void Dispose() => R.[|Read|](); static void A() { [|using|] var c = new C(); } static void B() { [|using|] (new C()) { } } }")]
    [InlineData("class C { void Deconstruct(out int a, out int b) { a = R.[|Read|](); b = 1; } void A() { [|var (a, b)|] = this; } }")]
    [InlineData("class C : System.Collections.IEnumerable { public void Add(int x) => R.[|Read|](); public System.Collections.IEnumerator GetEnumerator() => null!; static void A() => _ = new C { [|1|] }; }")]
    [InlineData("class C { public W GetAwaiter() => new W(); async System.Threading.Tasks.Task A() { [|await|] this; } } class W : System.Runtime.CompilerServices.INotifyCompletion { public bool IsCompleted => true; public void GetResult() => R.[|Read|](); public void OnCompleted(System.Action a) { } }")]
    [InlineData("class C { async System.Threading.Tasks.Task<int> A() { await System.Threading.Tasks.Task.Yield(); return R.[|Read|](); } async System.Threading.Tasks.Task<int> B() => await [|A|](); }")]
    [InlineData("static class X { public static int Ext(this int x) => x + R.[|Read|](); static int A() => 1.[|Ext|](); static int B() => X.[|Ext|](2); static int? D(int? x) => x?.[|Ext|](); }")]
    [InlineData("class C { static int G<T>(T t) => R.[|Read|](); static int A() => [|G|](1) + [|G<string>|](\"\"); } class Box<T> { public int Go() => R.[|Read|](); static int A(Box<int> b) => b.[|Go|](); }")]
    [InlineData("partial class C { int A() => [|P|](); private partial int P(); } partial class C { private partial int P() => R.[|Read|](); }")]
    [InlineData("class C { static System.Collections.Generic.IEnumerable<int> It() { yield return R.[|Read|](); } static void A() { foreach (var i in [|It|]()) { } } }")]
    [InlineData("class C { static System.Linq.Expressions.Expression<System.Func<int>> A() => () => R.[|Read|](); }")]
    [InlineData("class C { int B() => R.[|Read|](); object A() => new { X = [|B|]() }; int D(object o) => o switch { int i => [|B|](), _ => 0 }; }")]
    [InlineData("record Rec(int X) { public int P => R.[|Read|](); } class C { string A(Rec r) => r.[|ToString|](); string B(Rec r) => \"\" [|+|] r; string D(Rec r) => $\"[|{r}|]\"; }")]
    [InlineData("class C { public bool Ok; public static C operator &(C a, C b) { R.[|Read|](); return a; } public static bool operator true(C c) => c.Ok; public static bool operator false(C c) => !c.Ok; static bool A(C a, C b) { if (a [|&&|] b) return true; return false; } }")]
    [InlineData("class Bag : System.Collections.Generic.IEnumerable<int> { public void Add(int x) => R.[|Read|](); public System.Collections.Generic.IEnumerator<int> GetEnumerator() => null!; System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => null!; static Bag A() => [|[1, 2]|]; }")]
    [InlineData("[System.Runtime.CompilerServices.InterpolatedStringHandler] struct H { public H(int literal, int holes) => R.[|Read|](); public void AppendLiteral(string s) { } public void AppendFormatted<T>(T t) { } } class C { static void Take(H h) { } static void A(int x) => Take([|$\"a{x}\"|]); }")]
    [InlineData("class C { public int X => R.[|Read|](); static bool A(object o) => o is C { [|X|]: 1 }; static bool B(C c) => c.[|X|] is 1; }")]
    [InlineData("class C { public int Length => 1; public int this[int i] => R.[|Read|](); static int A(C c) => c[|[^1]|]; static bool B(C c) => c is [|[1]|]; }")]
    [InlineData("class D { public D() => R.[|Read|](); } static class F { public static T Make<T>() where T : new() => new(); static D A() => [|Make<D>|](); static object N() => Make<object>(); static T Hands<T>() where T : new() => Make<T>(); }")]
    [InlineData("class D { public D() => R.[|Read|](); } class Box<T> where T : new() { public T Get() => new(); } class E : [|Box<D>|] { } class C { object A() => new [|Box<D>|](); D N(Box<D> box) => box.Get(); object M() => new Box<object>(); }")]
    [InlineData("class Bag : System.Collections.Generic.IEnumerable<int> { public void Add(int x) => R.[|Read|](); public System.Collections.Generic.IEnumerator<int> GetEnumerator() => null!; System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => null!; static void Take(params Bag bag) { } static void A() => [|Take|](1, 2); static void N(Bag bag) => Take(bag); static void B() => [|A|](); }")]
    public Task Call_Triggers(string source) => AnalyzerTest<ReachAnalyzer>.VerifyAsync(EngineProject.With("using ExplicitContext; " + source + Reader));

    [Theory]
    [InlineData("class B { public virtual int V() => 1; } class D : B { public override int V() => R.[|Read|]() + base.V(); } class C { int A(B b) => b.[|V|](); int A(D d) => d.[|V|](); }")]
    [InlineData("interface I { int V(); int P { get; } } class D : I { public int V() => R.[|Read|](); public int P => R.[|Read|](); } class C { int A(I i) => i.[|V|]() + i.[|P|]; }")]
    [InlineData("abstract class B { public abstract int V(); } class D : B { public override int V() => 1; } class F : D { public override int V() => R.[|Read|](); } class C { int A(B b) => b.[|V|](); }")]
    [InlineData("interface I { int V() => R.[|Read|](); } class C { int A(I i) => i.[|V|](); }")]
    [InlineData("interface I<T> { T V(); } class D : I<int> { int I<int>.V() => R.[|Read|](); } class C { int A(I<int> i) => i.[|V|](); }")]
    [InlineData("interface I { static abstract int V(); } class D : I { public static int V() => R.[|Read|](); } class C { int A<T>() where T : I => T.[|V|](); }")]
    [InlineData("interface I { int V(); } class D : I { public int V() => R.[|Read|](); } sealed class S : I { public int V() => 1; } struct T : I { public int V() => 1; } class C { int A(D d) => ((I)d).[|V|](); int N(S s) => ((I)s).V(); int N(T t) => ((I)t).V(); int N() => ((I)new S()).V(); }")]
    [InlineData("interface I { int V(); } class D : I { public int V() => R.[|Read|](); } class E : D, I { int I.V() => 1; } class F : E, I { int I.V() => R.[|Read|](); } class G : E { } class C { int A(E e) => ((I)e).[|V|](); int N(G g) => ((I)g).V(); int M<T>(T t) where T : G => ((I)t).V(); }")]
    [InlineData("class B { public virtual int V() => R.[|Read|](); } class D : B { public override int V() => 1; } class C { int A(B b) => b.[|V|](); int N(D d) => ((B)d).V(); }")]
    [InlineData("class D : System.IDisposable { void System.IDisposable.Dispose() => R.[|Read|](); static void A(D d) => ((System.IDisposable)d).[|Dispose|](); }")]
    public Task VirtualCall_TriggersWhereAnOverrideReaches(string source) => AnalyzerTest<ReachAnalyzer>.VerifyAsync(EngineProject.With("using ExplicitContext; " + source + Reader));

    [Theory]
    [InlineData("class C { int A() => Engine.Current.Seed; }")]
    [InlineData("class C { [ContextEntry] int A() => R.Read(); int B() => A(); [ContextEntry] int D() { return L(); int L() => R.Read(); } }")]
    [InlineData("[ContextEntry] class C { int A() => R.Read(); int f = R.Read(); class N { int A() => R.Read(); } }")]
    [InlineData("class C { [AmbientAccessor] public static Engine Own => Pick(R.Read()); static Engine Pick(int x) => new(); }")]
    [InlineData("class C { int A(Engine engine) => engine.Seed; int B(Engine engine) => A(engine); }")]
    [InlineData("class C { string A() => nameof(R.Read); }")]
    [InlineData("class C { static int M(int x) => 1; static int M(Engine engine, int x) => engine.Seed; int A() => M(1); }")]
    [InlineData("class C { public override string ToString() => Engine.Current.Seed.ToString(); string A(object o) => o.ToString()!; }")]
    [InlineData("class C : System.IDisposable { public void Dispose() => _ = Engine.Current; static void A(System.IDisposable d) => d.Dispose(); static void B(System.IDisposable d) { using (d) { } } }")]
    [InlineData("class C { [System.Obsolete] int f; int A(System.Func<int> read) => read(); }")]
    [InlineData("class B { public virtual int V() => 1; } class D : B { public override int V() => Engine.Current.Seed; } class E : B { int A() => base.V(); }")]
    public Task NoCall_DoesNotTrigger(string source) => AnalyzerTest<ReachAnalyzer>.VerifyAsync(EngineProject.With("using ExplicitContext; " + source + Reader));

    [Fact]
    public Task Main_DoesNotTrigger() => AnalyzerTest<ReachAnalyzer>.VerifyAsync(
        EngineProject.With("class Program { static int Main() => R.Read(); static int N() => R.[|Read|](); }" + Reader) with { OutputKind = Microsoft.CodeAnalysis.OutputKind.ConsoleApplication });

    [Fact]
    public Task TopLevelStatements_DoNotTrigger() => AnalyzerTest<ReachAnalyzer>.VerifyAsync(
        EngineProject.With("System.Console.WriteLine(R.Read()); int L() => R.Read(); _ = L();" + Reader) with { OutputKind = Microsoft.CodeAnalysis.OutputKind.ConsoleApplication });

    [Fact]
    public Task OverloadThatTakesTheContextInScope_IsLeftToTheOtherRule() => AnalyzerTest<ReachAnalyzer>.VerifyAsync(EngineProject.With(
        "class C { static int M(int x) => R.[|Read|](); static int M(Engine engine, int x) => engine.Seed; int A(Engine engine) => M(1); int B() => [|M|](1); }" + Reader));

    [Fact]
    public async Task Message_ShowsTheChainAndTheNextStep() => await AnalyzerTest<ReachAnalyzer>.VerifyAsync(
        EngineProject.With("class C { int A() => [|B|](); int B() => R.[|Read|](); }" + Reader),
        messages:
        [
            "'C.B' reaches the ambient 'Engine.Current' (C.B -> R.Read -> Engine.Current): hand the context on in a parameter, beginning with 'R.Read', which reads it",
            "'R.Read' reaches the ambient 'Engine.Current' (R.Read -> Engine.Current): hand the context on in a parameter, beginning with 'R.Read', which reads it",
        ]);

    [Fact]
    public async Task LongChain_ShowsFiveNames_AndAllOfItInPropertiesAndLocations()
    {
        var diagnostics = await AnalyzerTest<ReachAnalyzer>.DiagnosticsAsync(EngineProject.With(
            "class C { void M0() => M1(); void M1() => M2(); void M2() => M3(); void M3() => M4(); void M4() => M5(); void M5() => _ = Engine.Current; }"));

        var first = diagnostics[0];
        Assert.Contains("(C.M1 -> C.M2 -> C.M3 -> ... -> C.M5 -> Engine.Current)", first.GetMessage(), StringComparison.Ordinal);
        Assert.Equal("Test/M:C.M1 Test/M:C.M2 Test/M:C.M3 Test/M:C.M4 Test/M:C.M5 Test/P:Engine.Current", first.Properties["Chain"]!.Replace('\n', ' '));
        Assert.Equal(
            ["M1", "M2", "M3", "M4", "M5", "Current"],
            first.AdditionalLocations.Select(location => location.SourceTree!.GetText().ToString(location.SourceSpan)));
    }

    [Fact]
    public async Task SeveralAccessors_AreOneFinding_NamingTheNearest()
    {
        var diagnostics = await AnalyzerTest<ReachAnalyzer>.DiagnosticsAsync(EngineProject.With(
            "class C { int A() => B(); int B() => Settings.Global.Depth + D(); int D() => Engine.Current.Seed; }"));

        var call = diagnostics.First(diagnostic => diagnostic.GetMessage().StartsWith("'C.B'", StringComparison.Ordinal));
        Assert.Equal(2, diagnostics.Count);
        Assert.Contains("reaches the ambient 'Settings.Global'", call.GetMessage(), StringComparison.Ordinal);
        Assert.Equal(["Test/P:Settings.Global", "Test/P:Engine.Current"], call.Properties["Accessors"]!.Split('\n'));
    }

    [Fact]
    public Task ConfiguredAccessor_Triggers() => AnalyzerTest<ReachAnalyzer>.VerifyAsync(
        new TestProject("class C { long A() => [|B|](); long B() => System.DateTime.UtcNow.Ticks; long N() => System.Environment.TickCount64; }").WithContextFile("P:System.DateTime.UtcNow"));

    [Fact]
    public Task ConfiguredWildcard_Triggers() => AnalyzerTest<ReachAnalyzer>.VerifyAsync(
        new TestProject("class C { long A() => [|B|](); long B() => System.DateTime.Today.Ticks; int N() => O(); int O() => System.DateTime.DaysInMonth(1, 1); }").WithContextFile("P:System.DateTime.*"));
}
