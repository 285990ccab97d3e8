using ExplicitContext.Analyzers.Passing;
using ExplicitContext.Testing;

namespace ExplicitContext.CodeFixes.Tests;

/// <summary>The fix of ECTX2009.</summary>
public sealed class DropFallbackTests
{
    [Theory]
    [InlineData("int M(Engine engine) => (engine ?? [|Engine.Current|]).Seed;", "int M(Engine engine) => engine.Seed;")]
    [InlineData("Engine M(Engine engine) => engine ?? [|Engine.Find()|];", "Engine M(Engine engine) => engine;")]
    [InlineData("Engine M(Engine engine) => engine is null ? [|Engine.Current|] : engine;", "Engine M(Engine engine) => engine;")]
    [InlineData("Engine M(Engine engine) { return engine != null ? engine : [|Engine.Current|]; }", "Engine M(Engine engine) { return engine; }")]
    [InlineData("Engine M(Engine engine) => engine ??= [|Engine.Current|];", "Engine M(Engine engine) => engine;")]
    [InlineData("async Task<int> M<T>(Engine engine) { await Task.Yield(); return (engine ?? [|Engine.Current|]).Seed; }", "async Task<int> M<T>(Engine engine) { await Task.Yield(); return engine.Seed; }")]
    [InlineData("Func<Engine> M(Engine engine) => () => engine ?? [|Engine.Current|];", "Func<Engine> M(Engine engine) => () => engine;")]
    [InlineData("Engine M() { return Local(new()); static Engine Local(Engine engine) => engine ?? [|Engine.Current|]; }", "Engine M() { return Local(new()); static Engine Local(Engine engine) => engine; }")]
    [InlineData("Engine[] M(Engine engine) => [engine ?? [|Engine.Current|], /* second */ engine ?? [|Engine.Find()|]];", "Engine[] M(Engine engine) => [engine, /* second */ engine];")]
    public Task Expression_FixesByDroppingTheFallback(string before, string after) => Verify(before, after);

    [Theory]
    [InlineData("        engine ??= [|Engine.Current|];")]
    [InlineData("        if (engine == null) engine = [|Engine.Current|];")]
    [InlineData("        if (engine is null)\n        {\n            engine = [|Engine.Current|];\n        }")]
    public Task Statement_FixesByRemoval(string statement) => Verify(
        $"int M(Engine engine)\n    {{\n{statement}\n        return engine.Seed;\n    }}",
        "int M(Engine engine)\n    {\n        return engine.Seed;\n    }");

    [Fact]
    public Task ManyFiles_FixInOnePass() => CodeFixTest<SilentFallbackAnalyzer, DropFallbackCodeFixProvider>.VerifyAsync(
        new TestProject(
            "class A { int M(Engine engine) { engine ??= [|Engine.Current|]; return engine.Seed + (engine ?? [|Engine.Find()|]).Seed; } }",
            "class B { Engine M(Engine engine) => engine ?? [|Engine.Current|]; Engine N(Engine? engine) => engine ?? [|Engine.Current|]; }",
            EngineProject.World),
        "class A { int M(Engine engine) { return engine.Seed + engine.Seed; } }",
        "class B { Engine M(Engine engine) => engine; Engine N(Engine? engine) => engine ?? [|Engine.Current|]; }",
        EngineProject.World);

    [Fact]
    public Task Trivia_IsKept() => Verify(
        "int M(Engine engine)\r\n    {\r\n        // it\r\n        return /* a */ (engine ?? [|Engine.Current|]) /* b */\r\n            .Seed; // c\r\n    }",
        "int M(Engine engine)\r\n    {\r\n        // it\r\n        return /* a */ engine /* b */\r\n            .Seed; // c\r\n    }");

    [Theory]
    [InlineData("Engine M(Engine? engine) => engine ?? [|Engine.Current|];")]
    [InlineData("public Engine M(Engine engine) => engine ?? [|Engine.Current|];")]
    [InlineData("internal virtual Engine M(Engine engine) => engine ?? [|Engine.Current|];")]
    [InlineData("Engine held = null!; Engine M() => held ??= [|Engine.Current|];")]
    [InlineData("Engine M(Engine scope = null!) => scope ?? [|Engine.Current|];")]
    [InlineData("Engine M(Engine engine) {\n        // callers that are old\n        engine ??= [|Engine.Current|]; return engine; }")]
    [InlineData("Engine M(Engine engine, bool b) { if (b) engine ??= [|Engine.Current|]; return engine; }")]
    [InlineData("void M(Engine engine) => engine ??= [|Engine.Current|];")]
    [InlineData("Action M(Engine engine) => () => engine ??= [|Engine.Current|];")]
    [InlineData("int M(Engine engine) { for (;; engine ??= [|Engine.Current|]) return engine.Seed; }")]
    [InlineData("Engine M(Engine engine) => engine /* from old callers */ ?? [|Engine.Current|];")]
    [InlineData("Engine M(Engine engine) => engine is null // old\n        ? [|Engine.Current|] : engine;")]
    public Task ContextThatMayBeMissingOrCodeWithARemark_IsNotOffered(string member) =>
        CodeFixTest<SilentFallbackAnalyzer, DropFallbackCodeFixProvider>.VerifyNoFixAsync(Class(member));

    private static Task Verify(string before, string after) => CodeFixTest<SilentFallbackAnalyzer, DropFallbackCodeFixProvider>.VerifyAsync(
        Class(before), Class(after).Sources[0], EngineProject.World);

    private static TestProject Class(string member) => EngineProject.With(
        $"using System;\nusing System.Threading.Tasks;\npublic class C\n{{\n    {member}\n}}\n");
}
