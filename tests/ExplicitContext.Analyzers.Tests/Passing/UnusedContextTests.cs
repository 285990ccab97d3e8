using ExplicitContext.Analyzers.Passing;

namespace ExplicitContext.Analyzers.Tests.Passing;

/// <summary>ECTX2008.</summary>
public sealed class UnusedContextTests
{
    [Theory]
    [InlineData("int M(Engine [|engine|]) => 0;")]
    [InlineData("int M(Engine? [|engine|], int x) => x;")]
    [InlineData("static void M<T>(T x, Engine [|engine|]) { }")]
    [InlineData("async Task M(Engine [|engine|]) => await Task.Yield();")]
    [InlineData("Func<int> M(Engine [|engine|]) => () => 0;")]
    [InlineData("Func<Engine, Engine> M(Engine [|engine|]) => other => other;")]
    [InlineData("C(Engine [|engine|]) { }")]
    [InlineData("int M() { return Local(new()); static int Local(Engine [|engine|]) => 0; }")]
    [InlineData("int M(Engine engine) { return Local(engine) + engine.Seed; int Local(Engine [|other|]) => 0; }")]
    [InlineData("IEnumerable<int> M(Engine [|engine|]) { yield break; }")]
    public Task NeverMentioned_Triggers(string member) => Situation.Verify<UnusedContextAnalyzer>(member);

    [Theory]
    [InlineData("int M(Engine engine) => engine.Seed;")]
    [InlineData("string M(Engine engine) => nameof(engine);")]
    [InlineData("Func<int> M(Engine engine) => () => engine.Seed;")]
    [InlineData("int M(Engine engine) { return Local(); int Local() => engine.Seed; }")]
    [InlineData("readonly int seed; C(Engine engine) : this(engine.Seed) { } C(int seed) => this.seed = seed;")]
    [InlineData("int M(Engine _) => 0;")]
    [InlineData("int M(Engine _, Session __) => 0;")]
    [InlineData("int M(Engine engine) => throw new NotImplementedException();")]
    [InlineData("int M(Engine engine) { throw new NotImplementedException(); }")]
    [InlineData("void M(Engine engine) => throw new NotImplementedException();")]
    [InlineData("int M(Engine engine) => 0; Func<Engine, int> N() => M;")]
    [InlineData("int M(Engine engine) => 0; void N(Engine[] all) => all.Select(this.M);")]
    [InlineData("protected virtual int M(Engine engine) => 0;")]
    [InlineData("private partial int M(Engine engine); private partial int M(Engine engine) => 0;")]
    [InlineData("[ContextEntry] int M(Engine engine) => 0;")]
    [InlineData("int M(out Engine engine) { engine = null!; return 0; }")]
    [InlineData("int M(int x) => x; int M(Engine engine, int x) => M(x);")]
    [InlineData("Func<Engine, int> M() => engine => 0;")]
    [InlineData("int M() { Func<Engine, int> f = Local; return f(new()); static int Local(Engine engine) => 0; }")]
    [InlineData("public static C operator +(C c, Engine engine) => c;")]
    [InlineData("int this[Engine engine] => 0;")]
    [InlineData("int M(Engine engine)\n{\n#if LOG\n engine.Touch();\n#endif\n return 0;\n}")]
    [InlineData("[System.Runtime.InteropServices.DllImport(\"x\")] static extern int M(Engine engine);")]
    public Task UsedOrPrescribedOrMeant_DoesNotTrigger(string member) => Situation.Verify<UnusedContextAnalyzer>(member);

    [Theory]
    [InlineData("class E { static E? all; int M(Engine engine) { all = this; return 0; } int N() => ((System.Func<Engine, int>)M)(new()); }")]
    [InlineData("abstract class B { public abstract int M(Engine engine); } class D : B { public override int M(Engine engine) => 0; }")]
    [InlineData("interface I { int M(Engine engine); } class D : I { public int M(Engine engine) => 0; }")]
    [InlineData("interface I { int M(Engine engine) => 0; } class D : I { int I.M(Engine engine) => 0; }")]
    [InlineData("static class X { public static int M(this Engine engine) => 0; }")]
    [InlineData("class P(Engine engine) { }")]
    [InlineData("record R(Engine Engine);")]
    public Task PrescribedByOthers_DoesNotTrigger(string declarations) => Situation.VerifyFile<UnusedContextAnalyzer>("#pragma warning disable CS9113\n" + declarations);

    [Fact]
    public Task Message_NamesMemberAndParameter() => Situation.VerifyMessage<UnusedContextAnalyzer>(
        "int M(Engine [|engine|]) => 0;", "'C.M(Engine)' never uses its context parameter 'engine': use it, remove it, or name it '_' where it is ignored on purpose");
}
