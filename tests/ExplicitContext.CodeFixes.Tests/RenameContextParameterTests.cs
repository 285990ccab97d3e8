using ExplicitContext.Analyzers.Passing;
using ExplicitContext.Testing;

namespace ExplicitContext.CodeFixes.Tests;

/// <summary>The fix of ECTX2006.</summary>
public sealed class RenameContextParameterTests
{
    [Theory]
    [InlineData("int M(Engine [|e|]) => e.Seed;", "int M(Engine engine) => engine.Seed;")]
    [InlineData("int M(Engine [|e|], int x) => x == 0 ? e.Seed : M(e: e, x: x - 1);", "int M(Engine engine, int x) => x == 0 ? engine.Seed : M(engine: engine, x: x - 1);")]
    [InlineData("/// <summary>Of <paramref name=\"e\"/>.</summary>\n    /// <param name=\"e\">It.</param>\n    public int M(Engine [|e|]) => e.Seed;", "/// <summary>Of <paramref name=\"engine\"/>.</summary>\n    /// <param name=\"engine\">It.</param>\n    public int M(Engine engine) => engine.Seed;")]
    [InlineData("static T M<T>(Engine [|e|], T x) => e.Seed > 0 ? x : M<T>(e, x);", "static T M<T>(Engine engine, T x) => engine.Seed > 0 ? x : M<T>(engine, x);")]
    [InlineData("Func<int> M(Engine [|e|]) => () => e.Seed; C(Engine [|x|]) { x.Touch(); }", "Func<int> M(Engine engine) => () => engine.Seed; C(Engine engine) { engine.Touch(); }")]
    public Task WrongName_FixesByRenaming(string before, string after) => CodeFixTest<ContextConventionAnalyzer, RenameContextParameterCodeFixProvider>.VerifyAsync(
        Class(before), Class(after).Sources[0], EngineProject.World);

    [Fact]
    public Task ManyFiles_FixInAll() => CodeFixTest<ContextConventionAnalyzer, RenameContextParameterCodeFixProvider>.VerifyAsync(
        new TestProject(
            "class A { internal static int M(Engine [|e|], int x) => e.Seed + x; int N(Session [|s|]) => M(e: s.Engine, x: 1); }",
            "class B { int M(Engine [|given|]) => A.M(x: 1, e: given); }",
            EngineProject.World),
        "class A { internal static int M(Engine engine, int x) => engine.Seed + x; int N(Session session) => M(engine: session.Engine, x: 1); }",
        "class B { int M(Engine engine) => A.M(x: 1, engine: engine); }",
        EngineProject.World);

    [Fact]
    public Task Trivia_IsKept() => CodeFixTest<ContextConventionAnalyzer, RenameContextParameterCodeFixProvider>.VerifyAsync(
        Class("int M(\r\n\t\tEngine /* whose */ [|e|], // it\r\n\t\tint x)\r\n    {\r\n        // of it\r\n        return /* a */ e /* b */ .Seed + x;\r\n    }"),
        Class("int M(\r\n\t\tEngine /* whose */ engine, // it\r\n\t\tint x)\r\n    {\r\n        // of it\r\n        return /* a */ engine /* b */ .Seed + x;\r\n    }").Sources[0],
        EngineProject.World);

    [Theory]
    [InlineData("int N(Engine [|e|]) { int engine() => 1; return e.Seed + engine(); }")]
    [InlineData("int M(int x, Engine [|engine|]) => engine.Seed + x;")]
    [InlineData("readonly Engine engine; C(Engine [|e|]) { engine = e; }")]
    [InlineData("int M(Engine [|e|]) { var engine = 1; return e.Seed + engine; }")]
    [InlineData("public virtual int M(Engine [|e|]) => e.Seed;")]
    [InlineData("partial class P(Engine [|e|]) { int Seed => e.Seed; } partial class P { int engine; int Next() => ++engine; }")]
    [InlineData("private partial int M(Engine [|e|]); private partial int M(Engine e) => e.Seed;")]
    public Task WrongPlaceOrTakenNameOrFamily_IsNotOffered(string member) =>
        CodeFixTest<ContextConventionAnalyzer, RenameContextParameterCodeFixProvider>.VerifyNoFixAsync(Class(member));

    private static TestProject Class(string member) => EngineProject.With($"using System;\npublic partial class C\n{{\n    {member}\n}}\n");
}
