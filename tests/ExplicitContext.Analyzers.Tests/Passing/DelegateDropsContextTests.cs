using ExplicitContext.Analyzers.Passing;

namespace ExplicitContext.Analyzers.Tests.Passing;

/// <summary>ECTX2011.</summary>
public sealed class DelegateDropsContextTests
{
    [Theory]
    [InlineData("Func<Engine, int> M(Engine engine) => [|own|] => engine.Seed;")]
    [InlineData("Func<Engine, int> M(Engine engine) => (Engine [|own|]) => { return engine.Seed; };")]
    [InlineData("Func<Engine, int> M() { var engine = new Engine(); return [|own|] => engine.Seed; }")]
    [InlineData("Func<int, Engine, int> M(Engine engine) => delegate(int x, Engine [|own|]) { return engine.Seed + x; };")]
    [InlineData("Func<Engine, Task<int>> M(Engine engine) => async [|own|] => { await Task.Yield(); return engine.Seed; };")]
    [InlineData("Func<Engine, T, int> M<T>(Engine engine) => ([|own|], x) => engine.Seed;")]
    [InlineData("Func<Engine, Func<int>> M(Engine engine) => [|own|] => () => engine.Seed;")]
    [InlineData("readonly Engine held = new(); Func<Engine, int> M() => [|own|] => held.Seed;")]
    [InlineData("Engine Held { get; } = new(); Func<Engine, int> M() => [|own|] => this.Held.Seed;")]
    [InlineData("readonly Engine held = new(); int N(Engine [|own|]) => held.Seed; Func<Engine, int> M() => N;")]
    [InlineData("Func<Engine, int> M(Engine engine) { return Local; int Local(Engine [|own|]) => engine.Seed; }")]
    [InlineData("Func<Engine, Func<Engine, int>> M() => static outer => [|inner|] => outer.Seed;")]
    [InlineData("private partial Func<Engine, int> M(Engine engine); private partial Func<Engine, int> M(Engine engine) => [|own|] => engine.Seed;")]
    public Task AnotherContextIsUsed_Triggers(string member) => Situation.Verify<DelegateDropsContextAnalyzer>(member);

    [Theory]
    [InlineData("Func<Engine, int> M(Engine engine) => own => own.Seed;")]
    [InlineData("Func<Engine, int> M(Engine engine) => own => own.Seed + engine.Seed;")]
    [InlineData("Func<Engine, int> M(Engine engine) => _ => engine.Seed;")]
    [InlineData("Func<Engine, Engine, int> M(Engine engine) => (_, _) => engine.Seed;")]
    [InlineData("Func<Engine, int> M() => own => 0;")]
    [InlineData("Func<Engine, int> M() => own => Engine.Current.Seed;")]
    [InlineData("Func<Engine, int> M() => own => { var made = new Engine(); return made.Seed; };")]
    [InlineData("Func<Session, int> M(Engine engine) => own => engine.Seed;")]
    [InlineData("Expression<Func<Engine, int>> M(Engine engine) => own => engine.Seed;")]
    [InlineData("readonly Engine held = new(); int N(Engine own) => held.Seed; int M() => N(new());")]
    [InlineData("int M(Engine engine) { return Local(engine); int Local(Engine own) => engine.Seed; }")]
    [InlineData("Func<Engine, int> M(Engine engine) { return Local; int Local(Engine _) => engine.Seed; }")]
    [InlineData("static int M(Engine engine) { return Local(engine); static int Local(Engine own) => 0; }")]
    [InlineData("static int N(Engine own) => 0; Func<Engine, int> M() => N;")]
    public Task OwnIsUsedOrNoOther_DoesNotTrigger(string member) => Situation.Verify<DelegateDropsContextAnalyzer>(member);

    [Theory]
    [InlineData("[ContextType(\"own\")] class Own { int seed; Func<Own, int> M() => other => seed; }")]
    [InlineData("class B { public virtual int M(Engine engine) => engine.Seed; } class D : B { readonly Engine held = new(); public override int M(Engine engine) => held.Seed; Func<Engine, int> N() => M; }")]
    public Task ThisOrPrescribed_DoesNotTrigger(string declarations) => Situation.VerifyFile<DelegateDropsContextAnalyzer>(declarations);

    [Fact]
    public Task Message_NamesBoth() => Situation.VerifyMessage<DelegateDropsContextAnalyzer>(
        "Func<Engine, int> M(Engine engine) => [|own|] => engine.Seed;",
        "The delegate is handed 'own' and uses 'engine' instead: use its own, or name the parameter '_' where the other one is meant");
}
