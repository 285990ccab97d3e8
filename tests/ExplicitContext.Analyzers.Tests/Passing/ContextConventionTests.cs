using ExplicitContext.Analyzers.Passing;
using ExplicitContext.Testing;

namespace ExplicitContext.Analyzers.Tests.Passing;

/// <summary>ECTX2006.</summary>
public sealed class ContextConventionTests
{
    [Theory]
    [InlineData("int M(Engine [|e|]) => 0;")]
    [InlineData("int M(Engine [|e|], int x) => 0;")]
    [InlineData("int M(Engine [|e|], Session session) => 0;")]
    [InlineData("async Task M<T>(Engine [|e|], T x) => await Task.Yield();")]
    [InlineData("C(Engine [|e|]) { }")]
    [InlineData("protected virtual int M(in Engine [|e|]) => 0;")]
    [InlineData("interface I { int M(Engine [|e|]); }")]
    public Task Name_Triggers(string member) => Situation.Verify<ContextConventionAnalyzer>(member);

    [Theory]
    [InlineData("int M(int x, Engine [|engine|]) => 0;")]
    [InlineData("static int M(int x, string s, Engine [|engine|], bool b) => 0;")]
    [InlineData("C(int x, Engine [|engine|]) { }")]
    [InlineData("private partial int M(int x, Engine [|engine|]); private partial int M(int x, Engine engine) => 0;")]
    public Task Place_Triggers(string member) => Situation.Verify<ContextConventionAnalyzer>(member);

    [Theory]
    [InlineData("static class X { public static int M(this string s, int x, Engine [|engine|]) => 0; }")]
    [InlineData("static class X { public static int M(this Engine [|e|]) => 0; }")]
    [InlineData("static class X { public static int M(this string s, Engine [|e|]) => 0; }")]
    [InlineData("class P(Engine [|e|]) { int X => e.Seed; }")]
    public Task ExtensionsAndPrimaryConstructors_Trigger(string declaration) => Situation.VerifyFile<ContextConventionAnalyzer>(declaration);

    [Theory]
    [InlineData("int M(Engine engine, int x) => 0;")]
    [InlineData("int M(Engine engine, int x, Session session) => 0;")]
    [InlineData("int M(Session session, Engine engine) => 0;")]
    [InlineData("int M(int x, Engine target) => 0;")]
    [InlineData("int M(Engine from, Engine to) => 0;")]
    [InlineData("int M(Engine? e) => 0;")]
    [InlineData("int M(int x, Engine? engine) => 0;")]
    [InlineData("int M(int x, Engine engine = null!) => 0;")]
    [InlineData("int M(Engine _) => 0;")]
    [InlineData("int M(Engine e, int engine) => 0;")]
    [InlineData("int M(out Engine e) { e = new(); return 0; }")]
    [InlineData("int M(int x, ref Engine engine) => 0;")]
    [InlineData("int M(params Engine[] all) => 0;")]
    [InlineData("int M(Engine e) => 0; Func<Engine, int> N() => M;")]
    [InlineData("int M(Engine e) => 0; event Func<Engine, int>? E; void N() => E += this.M;")]
    [InlineData("int this[Engine e] => 0;")]
    [InlineData("public static C operator +(C c, Engine e) => c;")]
    [InlineData("int M() { return Local(new()); static int Local(Engine e) => e.Seed; }")]
    [InlineData("Func<Engine, int> M() => e => e.Seed;")]
    [InlineData("delegate int D(Engine e);")]
    public Task ConventionalOrPrescribed_DoesNotTrigger(string member) => Situation.Verify<ContextConventionAnalyzer>(member);

    [Theory]
    [InlineData("class B { protected virtual int M(Engine engine) => 0; } class D : B { protected override int M(Engine e) => 0; }")]
    [InlineData("interface I { int M(int x, Session [|session|]); } class D : I { public int M(int x, Session session) => 0; } ")]
    [InlineData("class D : IComparer<Engine> { int IComparer<Engine>.Compare(Engine? x, Engine? y) => 0; }")]
    [InlineData("record R(int X, Engine Engine) { public R(Engine e) : this(1, e) { } }")]
    [InlineData("[ContextType(\"own\")] class Own { public void Merge(Own other) { } static void Swap(Own other) { } }")]
    [InlineData("static class X { public static int M(this string s, Engine engine, int x) => 0; }")]
    public Task PrescribedByOthers_DoesNotTrigger(string declarations) => Situation.VerifyFile<ContextConventionAnalyzer>(declarations);

    [Theory]
    [InlineData("int M(Engine [|e|]) => 0;", "The context parameter 'e' of 'C.M(Engine)' should be called 'engine'")]
    [InlineData("int M(int x, Engine [|engine|]) => 0;", "The context parameter 'engine' of 'C.M(int, Engine)' should come first")]
    public Task Message_SaysWhatIsExpected(string member, string message) => Situation.VerifyMessage<ContextConventionAnalyzer>(member, message);

    [Fact]
    public Task ExtensionMethod_MessageSaysWhere() => AnalyzerTest<ContextConventionAnalyzer>.VerifyAsync(
        EngineProject.With("static class X { public static int M(this string s, int x, Engine [|engine|]) => 0; }"),
        severity: null,
        "The context parameter 'engine' of 'X.M(string, int, Engine)' should come right after the receiver");
}
