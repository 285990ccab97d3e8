using ExplicitContext.Analyzers.Passing;
using ExplicitContext.Testing;

namespace ExplicitContext.CodeFixes.Tests;

/// <summary>The fix of ECTX2004.</summary>
public sealed class PassOwnContextTests
{
    [Theory]
    [InlineData("int M(Engine engine) => Run([|new Engine()|]);", "int M(Engine engine) => Run(engine);")]
    [InlineData("int M(Session session) => Run( /* a */ [|shared|] /* b */ );", "int M(Session session) => Run( /* a */ session.Engine /* b */ );")]
    [InlineData("int M(Engine engine) => Run(engine: [|null!|]);", "int M(Engine engine) => Run(engine: engine);")]
    [InlineData("int M(Engine @event) => Run([|new()|]) + Run([|default!|]);", "int M(Engine @event) => Run(@event) + Run(@event);")]
    [InlineData("int M(Engine engine) => [|Optional|](1);", "int M(Engine engine) => Optional(1, engine: engine);")]
    [InlineData("int M(Engine engine) => [|Only|]();", "int M(Engine engine) => Only(engine: engine);")]
    [InlineData("int M(Engine engine) => this.[|Optional|]([|Optional|](1));", "int M(Engine engine) => this.Optional(Optional(1, engine: engine), engine: engine);")]
    [InlineData("object M(Engine engine) => new [|C|](1) { Value = 2 };", "object M(Engine engine) => new C(1, engine: engine) { Value = 2 };")]
    [InlineData("Func<int> M<T>(Engine engine) => () => Run([|new()|]);", "Func<int> M<T>(Engine engine) => () => Run(engine);")]
    [InlineData("async Task<int> M(Engine engine) { await Task.Yield(); return Run([|new()|]); }", "async Task<int> M(Engine engine) { await Task.Yield(); return Run(engine); }")]
    public Task Argument_FixesByPassingTheOneInScope(string before, string after) => CodeFixTest<OtherContextAnalyzer, PassOwnContextCodeFixProvider>.VerifyAsync(
        Class(before), Class(after).Sources[0], EngineProject.World);

    [Fact]
    public Task Trivia_IsKept() => CodeFixTest<OtherContextAnalyzer, PassOwnContextCodeFixProvider>.VerifyAsync(
        Class("int M(Engine engine) => Optional(\r\n        [|Optional|](\r\n            1) // inner\r\n        , Run(\r\n            // own\r\n            [|new()|]) == 0 ? engine : engine);"),
        Class("int M(Engine engine) => Optional(\r\n        Optional(\r\n            1, engine: engine) // inner\r\n        , Run(\r\n            // own\r\n            engine) == 0 ? engine : engine);").Sources[0],
        EngineProject.World);

    [Fact]
    public Task ManyFiles_FixInOnePass() => CodeFixTest<OtherContextAnalyzer, PassOwnContextCodeFixProvider>.VerifyAsync(
        new TestProject(
            "class A { internal static int Run(Engine engine) => engine.Seed; int M(Engine engine) => Run([|new()|]) + Run([|new Engine()|]); }",
            "class B { int M(Session s) => A.Run([|new()|]); }",
            EngineProject.World),
        "class A { internal static int Run(Engine engine) => engine.Seed; int M(Engine engine) => Run(engine) + Run(engine); }",
        "class B { int M(Session s) => A.Run(s.Engine); }",
        EngineProject.World);

    [Theory]
    [InlineData("int M(Engine engine) => Run([|new Engine { Seed = 1 }|]);")]
    [InlineData("int M(Engine engine) => Run([|new Engine /* a fresh one */ ()|]);")]
    [InlineData("int M(Session session) => Read(in [|shared|]);")]
    public Task ArgumentThatSaysMore_IsNotOffered(string member) => CodeFixTest<OtherContextAnalyzer, PassOwnContextCodeFixProvider>.VerifyNoFixAsync(Class(member));

    private static TestProject Class(string member) => EngineProject.With(
        $$"""
        using System;
        using System.Threading.Tasks;
        class C
        {
            public int Value;
            {{member}}

            C(int x, Engine? engine = null) { }
            static readonly Engine shared = new();
            static int Run(Engine engine) => engine.Seed;
            static int Read(in Engine engine) => engine.Seed;
            static int Only(Engine? engine = null) => 0;
            int Optional(int x, Engine? engine = null) => x;
        }
        """);
}
