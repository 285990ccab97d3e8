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
            static int Only(Engine? engine = null) => 0;
            int Optional(int x, Engine? engine = null) => x;
        }
        """);
}
