using ExplicitContext.Analyzers.Passing;

namespace ExplicitContext.Analyzers.Tests.Passing;

/// <summary>ECTX2010.</summary>
public sealed class HalfMigratedTests
{
    private const string Base = "class B { public virtual int M(int x) => x; public virtual int M(Engine engine, int x) => x + engine.Seed; }\n";
    private const string Contract = "interface I { int M(int x); int M(Engine engine, int x) => M(x) + engine.Seed; }\n";

    [Theory]
    [InlineData(Base + "class D : B { public override int [|M|](int x) => 0; }")]
    [InlineData(Base + "class D : B { } class E : D { public override int [|M|](int x) => 0; }")]
    [InlineData(Base + "class D : B { public override int M(int x) => 0; public override int M(Engine engine, int x) => engine.Seed; } class E : D { public override int [|M|](int x) => 0; }")]
    [InlineData(Base + "class D : B { public override int [|M|](int x) => 0; } class E : D { public override int [|M|](int x) => 0; }")]
    [InlineData(Base + "partial class D : B { public override int [|M|](int x) => 0; } partial class D { int N(Engine engine) => engine.Seed; }")]
    [InlineData("abstract class A { public abstract Task<T> M<T>(T x); public virtual Task<T> M<T>(Engine engine, T x) => M(x); }\nclass D : A { public override async Task<T> [|M|]<T>(T x) { await Task.Yield(); return x; } }")]
    public Task LegacyOverrideOnly_Triggers(string declarations) => Situation.VerifyFile<HalfMigratedAnalyzer>(declarations.Replace("virtual Task<T> M<T>(Engine", "virtual Task<T> [|M|]<T>(Engine", StringComparison.Ordinal));

    [Theory]
    [InlineData(Base + "class D : B { public override int M(int x) => 0; public override int M(Engine engine, int x) => engine.Seed; }")]
    [InlineData(Base + "class D : B { public override int M(Engine engine, int x) => engine.Seed; }")]
    [InlineData("class B { public virtual int M(int x) => x; public int M(Engine engine, int x) => M(x) + engine.Seed; } class D : B { public override int M(int x) => 0; }")]
    [InlineData(Base + "class D : B { public sealed override int M(Engine engine, int x) => engine.Seed; } class E : D { public override int M(int x) => 0; }")]
    [InlineData("class B { public virtual int M(int x) => x; } class D : B { public override int M(int x) => 0; }")]
    public Task WholeFamilyOrNoChoice_DoesNotTrigger(string declarations) => Situation.VerifyFile<HalfMigratedAnalyzer>(declarations);

    [Theory]
    [InlineData(Contract + "class D : I { public int [|M|](int x) => x; }")]
    [InlineData(Contract + "class D : I { int I.[|M|](int x) => x; }")]
    [InlineData(Contract + "struct D : I { public int [|M|](int x) => x; }")]
    [InlineData("interface I<T> { int M(T x); int M(Engine engine, T x) => M(x) + engine.Seed; } class D : I<int> { public int [|M|](int x) => x; }")]
    public Task LegacyImplementationOnly_Triggers(string declarations) => Situation.VerifyFile<HalfMigratedAnalyzer>(declarations);

    [Theory]
    [InlineData(Contract + "class D : I { public int M(int x) => x; public int M(Engine engine, int x) => engine.Seed; }")]
    [InlineData(Contract + "class D : I { public int M(int x) => x; int I.M(Engine engine, int x) => engine.Seed; }")]
    [InlineData("interface I { int M(int x); } class D : I { public int M(int x) => x; }")]
    public Task WholeImplementation_DoesNotTrigger(string declarations) => Situation.VerifyFile<HalfMigratedAnalyzer>(declarations);

    [Theory]
    [InlineData("int M(int x) => x; int [|M|](Engine engine, int x) => M(x);")]
    [InlineData("int M(int x) => x; int [|M|](Engine engine, int x) { var y = this.M(x); return y; }")]
    [InlineData("static T M<T>(T x) => x; static T [|M|]<T>(Engine engine, T x) => M(x);")]
    [InlineData("async Task<int> M(int x) { await Task.Yield(); return x; } async Task<int> [|M|](Engine engine, int x) => await M(x);")]
    [InlineData("int M(int x) => x; int [|M|](Engine engine, int x) => new Func<int>(() => M(x))();")]
    [InlineData("int M(int x) => x; int [|M|](Engine engine, int x) { return Local(x, this); static int Local(int y, C c) => c.M(y); }")]
    [InlineData("interface J { int M(int x); int M(Engine engine, int x); } class D : J { public int M(int x) => x; public int [|M|](Engine engine, int x) => M(x); }")]
    public Task TwinCallsItsLegacyMember_Triggers(string members) => Situation.Verify<HalfMigratedAnalyzer>(members);

    [Theory]
    [InlineData("int M(int x) => M(Engine.Current, x); int M(Engine engine, int x) => x;")]
    [InlineData("int M(int x) => x; int M(Engine engine, int x) => M(x) + engine.Seed;")]
    [InlineData("int M(int x) => x; int M(Engine _, int x) => M(x);")]
    [InlineData("int M(int x) => x; int N(Engine engine, int x) => M(x);")]
    [InlineData("int M(int x) => x; int M(Engine engine, int x) => x;")]
    [InlineData("int M(string x) => 0; int M(int x) => M(x.ToString()); int M(Engine engine, int x) => engine.Seed;")]
    public Task TwinThatDoesItsWork_DoesNotTrigger(string members) => Situation.Verify<HalfMigratedAnalyzer>(members);

    [Theory]
    [InlineData("class B { public virtual int M(int x) => x; } class D : B { public override int M(int x) => 0; public int [|M|](Engine engine, int x) => engine.Seed; }")]
    [InlineData("interface I { int M(int x); } class D : I { public int M(int x) => 0; public int [|M|](Engine engine, int x) => engine.Seed; }")]
    public Task TwinInOneTypeOnly_Triggers(string declarations) => Situation.VerifyFile<HalfMigratedAnalyzer>(declarations);

    [Theory]
    [InlineData("class D { public override string ToString() => \"\"; public string ToString(Engine engine) => engine.Seed.ToString(); }")]
    [InlineData("class D : IDisposable { public void Dispose() { } public void Dispose(Engine engine) => engine.Touch(); }")]
    [InlineData("class D { int M(int x) => 0; int M(Engine engine, int x) => engine.Seed; }")]
    public Task TwinOfAMemberOfOthers_DoesNotTrigger(string declarations) => Situation.VerifyFile<HalfMigratedAnalyzer>(declarations);

    [Theory]
    [InlineData("partial class D { private partial int M(int x); private partial int M(Engine engine, int x); } partial class D { private partial int M(int x) => x; private partial int M(Engine engine, int x) => engine.Seed; }")]
    [InlineData("class D { int M(int x) => x; int M(Engine engine, int x) => engine.Seed; int M(string x) => 0; }")]
    [InlineData("class D { Func<int> M(int x) => () => x; Func<int> M(Engine engine, int x) => () => engine.Seed; static int N() { return L(new()); static int L(Engine engine) => 0; } }")]
    public Task PartsAndOverloads_DoNotTrigger(string declarations) => Situation.VerifyFile<HalfMigratedAnalyzer>(declarations);

    [Theory]
    [InlineData("[PassContext] int [|M|](Engine engine) => engine.Seed;")]
    [InlineData("[PassContext] static int [|M|]<T>(T x, Session session) => session.Engine.Seed;")]
    public Task MarkerInVain_Triggers(string member) => Situation.Verify<HalfMigratedAnalyzer>(member);

    [Theory]
    [InlineData("[PassContext] int M() => Engine.Current.Seed;")]
    [InlineData("[PassContext] int M(Session session) => session.Engine.Seed; int M(Engine engine, Session session) => engine.Seed + session.Engine.Seed;")]
    public Task MarkerWithEffect_DoesNotTrigger(string member) => Situation.Verify<HalfMigratedAnalyzer>(member);

    [Fact]
    public Task Message_SaysWhatIsMissing() => ExplicitContext.Testing.AnalyzerTest<HalfMigratedAnalyzer>.VerifyAsync(
        ExplicitContext.Testing.EngineProject.With(Base + "class D : B { public override int [|M|](int x) => 0; }"),
        severity: null,
        "'D.M(int)' overrides only the legacy member, so a call that passes the context misses it: override 'B.M(Engine, int)' too");
}
