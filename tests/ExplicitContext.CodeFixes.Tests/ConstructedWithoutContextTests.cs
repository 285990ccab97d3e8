using ExplicitContext.Analyzers.Passing;
using ExplicitContext.Testing;

namespace ExplicitContext.CodeFixes.Tests;

/// <summary>The fix of ECTX2003.</summary>
public sealed class ConstructedWithoutContextTests
{
    [Theory]
    [InlineData("object M(Engine engine) => new [|Frame|](1);", "object M(Engine engine) => new Frame(1, engine);")]
    [InlineData("Frame M(Session session) => [|new|](1);", "Frame M(Session session) => new(1, session.Engine);")]
    [InlineData("object M(Engine engine) => new [|Named|](\"a\", \"b\");", "object M(Engine engine) => new Named(engine, \"a\", \"b\");")]
    [InlineData("object M(Engine engine) => new [|Frame|](1) { Depth = 2 };", "object M(Engine engine) => new Frame(1, engine) { Depth = 2 };")]
    [InlineData("object M(Engine engine) => new [|Late|](1, 2);", "object M(Engine engine) => new Late(1, 2, engine);")]
    [InlineData("object M<T>(Engine engine, T x) => new [|Generic<T>|](x);", "object M<T>(Engine engine, T x) => new Generic<T>(x, engine);")]
    [InlineData("Frame[] M(Engine engine) => [new [|Frame|](1), new [|Frame|](new [|Frame|](2).Depth)];", "Frame[] M(Engine engine) => [new Frame(1, engine), new Frame(new Frame(2, engine).Depth, engine)];")]
    public Task Construction_FixesByPassingTheContext(string before, string after) => CodeFixTest<ConstructedWithoutContextAnalyzer, PassContextCodeFixProvider>.VerifyAsync(
        Class(before), Class(after).Sources[0], EngineProject.World);

    [Theory]
    [InlineData("async Task<object> M(Engine engine) { await Task.Yield(); return new [|Frame|](1); }", "async Task<object> M(Engine engine) { await Task.Yield(); return new Frame(1, engine); }")]
    [InlineData("Func<object> M(Engine engine) => () => new [|Frame|](1);", "Func<object> M(Engine engine) => () => new Frame(1, engine);")]
    [InlineData("object M() { return Local(new()); static object Local(Engine engine) => new [|Frame|](1); }", "object M() { return Local(new()); static object Local(Engine engine) => new Frame(1, engine); }")]
    [InlineData("object M(Engine engine) => new [|Frame|](\r\n            /* one */ 1 // first\r\n            )\r\n        {\r\n            Depth = 2, // set\r\n        };", "object M(Engine engine) => new Frame(\r\n            /* one */ 1, engine // first\r\n            )\r\n        {\r\n            Depth = 2, // set\r\n        };")]
    public Task ConstructionAnywhere_FixesAndKeepsItsLayout(string before, string after) => CodeFixTest<ConstructedWithoutContextAnalyzer, PassContextCodeFixProvider>.VerifyAsync(
        Class(before), Class(after).Sources[0], EngineProject.World);

    [Fact]
    public Task ManyFiles_FixInOnePass() => CodeFixTest<ConstructedWithoutContextAnalyzer, PassContextCodeFixProvider>.VerifyAsync(
        new TestProject(
            "class Frame { public Frame(int depth) { } public Frame(int depth, Engine engine) { } object M(Engine engine) => (new [|Frame|](1), new [|Frame|](2)); }",
            "class B { object M(Session s) => new [|Frame|](3); object N() => new Frame(4); }",
            EngineProject.World),
        "class Frame { public Frame(int depth) { } public Frame(int depth, Engine engine) { } object M(Engine engine) => (new Frame(1, engine), new Frame(2, engine)); }",
        "class B { object M(Session s) => new Frame(3, s.Engine); object N() => new Frame(4); }",
        EngineProject.World);

    [Theory]
    [InlineData("object M(Engine engine) => new [|Holder|](\"a\");")]
    [InlineData("object M(Engine engine) => new [|Several|](1);")]
    public Task NoOrSeveralConstructors_AreNotOffered(string member) =>
        CodeFixTest<ConstructedWithoutContextAnalyzer, PassContextCodeFixProvider>.VerifyNoFixAsync(Class(member));

    private static TestProject Class(string member) => EngineProject.With(
        $$"""
        using System;
        using System.Threading.Tasks;
        using ExplicitContext;
        class C
        {
            {{member}}

            class Frame { public Frame(int depth) { } public Frame(int depth, Engine engine) { } public int Depth { get; set; } }
            class Named { public Named(string a, string b) { } public Named(Engine engine, string a, string b, bool deep = false) { } }
            class Late { public Late(int a, int b) { } public Late(int a, int b, Engine engine) { } }
            class Generic<T> { public Generic(T item) { } public Generic(T item, Engine engine) { } }
            class Several { public Several(int a) { } public Several(int a, Engine engine) { } public Several(int a, Engine engine, int b = 0) { } }
            [ContextCarrier] class Holder { public Holder(string name) { } public Engine Engine { get; } = Engine.Current; }
        }
        """);
}
