using ExplicitContext.Analyzers.Passing;

namespace ExplicitContext.Analyzers.Tests.Passing;

/// <summary>ECTX2007.</summary>
public sealed class WiderContextTests
{
    private const string Callees = """

        static int Run(Engine engine) => engine.Seed; static int Wide(Session session) => session.GetHashCode();
        """;

    [Theory]
    [InlineData("int M(Session [|session|]) => session.Engine.Seed;")]
    [InlineData("int M(Session [|session|]) => Run(session.Engine) + session.Engine.Seed;")]
    [InlineData("static void M<T>(Session [|session|], T x) { session.Engine.Touch(); }")]
    [InlineData("async Task<int> M(Session [|session|]) { await Task.Yield(); return session.Engine.Seed; }")]
    [InlineData("Func<int> M(Session [|session|]) => () => session.Engine.Seed;")]
    [InlineData("int M(Session [|session|]) { return Local(session.Engine); static int Local(Engine engine) => engine.Seed; }")]
    [InlineData("readonly Engine held; C(Session [|session|]) => held = session.Engine;")]
    public Task OnlyTheDerivation_Triggers(string member) => Situation.Verify<WiderContextAnalyzer>(member + Callees);

    [Theory]
    [InlineData("int M(Session session) => session.Engine.Seed + Wide(session);")]
    [InlineData("object M(Session session) => session;")]
    [InlineData("int M(Session session) => session.GetHashCode();")]
    [InlineData("int M(Engine engine) => engine.Options.Depth;")]
    [InlineData("int M(Session session) => 0;")]
    [InlineData("int M(Session session) => session.Engine.Seed; Func<Session, int> N() => M;")]
    [InlineData("protected virtual int M(Session session) => session.Engine.Seed;")]
    [InlineData("private partial int M(Session session); private partial int M(Session session) => session.Engine.Seed;")]
    [InlineData("[ContextEntry] int M(Session session) => session.Engine.Seed;")]
    [InlineData("int M(Session? session) => session?.Engine.Seed ?? 0;")]
    [InlineData("int M(ref Session session) => session.Engine.Seed;")]
    [InlineData("Func<Session, int> M() => session => session.Engine.Seed;")]
    [InlineData("int M() { return Local(null!); static int Local(Session session) => session.Engine.Seed; }")]
    public Task MoreIsNeededOrPrescribed_DoesNotTrigger(string member) => Situation.Verify<WiderContextAnalyzer>(member + Callees);

    [Theory]
    [InlineData("public class P { public int M(Session session) => session.Engine.Seed; }")]
    [InlineData("static class X { public static int M(this Session session) => session.Engine.Seed; }")]
    [InlineData("abstract class B { internal abstract int M(Session session); } class P : B { internal override int M(Session session) => session.Engine.Seed; }")]
    [InlineData("interface I { int M(Session session); } class P : I { int I.M(Session session) => session.Engine.Seed; }")]
    [InlineData("class P { int this[Session session] => session.Engine.Seed; public static int operator +(P p, Session session) => session.Engine.Seed; }")]
    [InlineData("class P { static int N(Session session) => session.Engine.Seed; event System.Func<Session, int>? E; void M() => E += N; int Q() => E!(null!); }")]
    [InlineData("interface I { int M(Session session); } class P : I { public int M(Session session) => session.Engine.Seed; }")]
    [InlineData("class P(Session session) { int seed = session.Engine.Seed; public Session Session => session; }")]
    [InlineData("[RuntimeState] class Wide { public Narrow Main { get; } = new(); } [InterpreterState] class Narrow { } class P { object M(Wide runtime) => runtime.Main; }")]
    [InlineData("[ContextType(\"a\")] class A { public Engine Changing { get; set; } = new(); } class P { object M(A a) => a.Changing; }")]
    public Task PromiseOrNoDerivation_DoesNotTrigger(string declarations) => Situation.VerifyFile<WiderContextAnalyzer>(declarations);

    [Fact]
    public Task TwoSteps_TriggerWithTheCommonOne() => ExplicitContext.Testing.AnalyzerTest<WiderContextAnalyzer>.VerifyAsync(
        ExplicitContext.Testing.EngineProject.With(
            """
            using ExplicitContext.Runtime;
            class C
            {
                object M(ThreadState [|tstate|]) => tstate.Interp.Runtime;
                object N(ThreadState [|tstate|]) => (tstate.Interp.Runtime, tstate.Interp);
            }
            """),
        severity: null,
        "'C.M(ThreadState)' uses 'tstate' only for 'tstate.Interp.Runtime': take 'RuntimeState' instead",
        "'C.N(ThreadState)' uses 'tstate' only for 'tstate.Interp': take 'InterpreterState' instead");
}
