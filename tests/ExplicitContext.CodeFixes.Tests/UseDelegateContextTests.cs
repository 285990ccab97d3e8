using ExplicitContext.Analyzers.Passing;
using ExplicitContext.Testing;

namespace ExplicitContext.CodeFixes.Tests;

/// <summary>The fix of ECTX2011.</summary>
public sealed class UseDelegateContextTests
{
    [Theory]
    [InlineData("Func<Engine, int> M(Engine engine) => [|own|] => engine.Seed;", "Func<Engine, int> M(Engine engine) => own => own.Seed;")]
    [InlineData("Func<Engine, int> M(Engine engine) => [|own|] => engine.Seed + /* twice */ engine.Options.Depth;", "Func<Engine, int> M(Engine engine) => own => own.Seed + /* twice */ own.Options.Depth;")]
    [InlineData("Func<Engine, int> M(Engine engine) => delegate(Engine [|@event|]) { return engine.Seed; };", "Func<Engine, int> M(Engine engine) => delegate(Engine @event) { return @event.Seed; };")]
    [InlineData("Func<Engine, Func<int>> M(Engine engine) => [|own|] => () => engine.Seed;", "Func<Engine, Func<int>> M(Engine engine) => own => () => own.Seed;")]
    [InlineData("Func<Engine, Func<Engine, int>> M(Engine engine) => [|outer|] => [|inner|] => engine.Seed;", "Func<Engine, Func<Engine, int>> M(Engine engine) => outer => inner => inner.Seed;")]
    [InlineData("Func<Engine, int> M(Engine engine) => [|own|] => { var x = new Pair { engine = engine }; return x.engine!.Seed; };", "Func<Engine, int> M(Engine engine) => own => { var x = new Pair { engine = own }; return x.engine!.Seed; };")]
    [InlineData("Func<Engine, int> M(Engine engine) { return Local; int Local(Engine [|own|]) => engine.Seed; }", "Func<Engine, int> M(Engine engine) { return Local; int Local(Engine own) => own.Seed; }")]
    [InlineData("Func<Engine, Task<int>> M<T>() { var made = new Engine(); return async [|own|] => { await Task.Yield(); return made.Seed; }; }", "Func<Engine, Task<int>> M<T>() { var made = new Engine(); return async own => { await Task.Yield(); return own.Seed; }; }")]
    public Task Delegate_FixesByUsingItsOwn(string before, string after) => CodeFixTest<DelegateDropsContextAnalyzer, UseDelegateContextCodeFixProvider>.VerifyAsync(
        Class(before), Class(after).Sources[0], EngineProject.World);

    [Theory]
    [InlineData("readonly Engine held = new(); Func<Engine, int> M() => [|own|] => held.Seed;")]
    [InlineData("readonly Engine held = new(); int N(Engine [|own|]) => held.Seed; Func<Engine, int> M() => N;")]
    [InlineData("Func<Engine, int> M(Engine engine, Engine other) => [|own|] => engine.Seed + other.Seed;")]
    [InlineData("int own; Func<Engine, int> M(Engine engine) => [|own|] => engine.Seed + this.own;")]
    [InlineData("Action<Open> M(Big big) => [|own|] => big.Grow();")]
    [InlineData("Action<Engine> M(Engine engine) => [|own|] => engine = new();")]
    [InlineData("Func<Engine, string> M(Engine engine) => [|own|] => nameof(engine);")]
    [InlineData("Action<Engine> M(Engine engine) => [|own|] => Set(ref engine); static void Set(ref Engine engine) => engine = new();")]
    public Task HeldContextOrUnclearName_IsNotOffered(string member) =>
        CodeFixTest<DelegateDropsContextAnalyzer, UseDelegateContextCodeFixProvider>.VerifyNoFixAsync(Class(member));

    [Fact]
    public Task Trivia_IsKept() => CodeFixTest<DelegateDropsContextAnalyzer, UseDelegateContextCodeFixProvider>.VerifyAsync(
        Class("Func<Engine, int> M(Engine engine) => [|own|] =>\r\n    {\r\n        // first\r\n        return /* a */ engine /* b */ .Seed; // last\r\n    };"),
        Class("Func<Engine, int> M(Engine engine) => own =>\r\n    {\r\n        // first\r\n        return /* a */ own /* b */ .Seed; // last\r\n    };").Sources[0],
        EngineProject.World);

    [Fact]
    public Task ManyFiles_FixInOnePass() => CodeFixTest<DelegateDropsContextAnalyzer, UseDelegateContextCodeFixProvider>.VerifyAsync(
        new TestProject(
            "using System; class A { Func<Engine, int> M(Engine engine) => [|own|] => engine.Seed; Func<Engine, int> N(Engine engine) => [|it|] => engine.Seed; }",
            "using System; class B { Func<Engine, int> M(Engine engine) => [|own|] => engine.Seed; }",
            EngineProject.World),
        "using System; class A { Func<Engine, int> M(Engine engine) => own => own.Seed; Func<Engine, int> N(Engine engine) => it => it.Seed; }",
        "using System; class B { Func<Engine, int> M(Engine engine) => own => own.Seed; }",
        EngineProject.World);

    private static TestProject Class(string member) => EngineProject.With(
        $"using System;\nusing System.Threading.Tasks;\nclass C\n{{\n    {member}\n    class Pair {{ public Engine? engine; }}\n}}\npublic class Big : Open {{ public void Grow() {{ }} }}\n[ExplicitContext.ContextType(\"open\")] public class Open {{ }}\n");
}
