using ExplicitContext.Testing;
using Microsoft.CodeAnalysis;

namespace ExplicitContext.Analyzers.Tests.Harness;

public sealed class CompiledProgramTests
{
    [Fact]
    public void EntryPoint_OutputIsCaptured()
    {
        using var program = new CompiledProgram(TestCompilation.Create(OutputKind.ConsoleApplication, "System.Console.Write(\"hello\" + args.Length);"));
        Assert.Equal("hello0", program.Run());
    }

    [Fact]
    public void AsyncMethod_ItsResultIsReturned()
    {
        using var program = new CompiledProgram(TestCompilation.Create(
            "using System.Threading.Tasks; static class C { static async Task<int> Add(int a, int b) { await Task.Yield(); return a + b; } }"));
        Assert.Equal(5, program.Call("C", "Add", 2, 3));
    }

    [Fact]
    public void Exception_ComesUnwrapped()
    {
        using var program = new CompiledProgram(TestCompilation.Create("static class C { static void M() => throw new System.FormatException(); }"));
        Assert.Throws<FormatException>(() => program.Call("C", "M"));
    }

    [Fact]
    public void NewestSyntax_IsParsed()
    {
        if (!TestCompilation.SupportsCSharp14)
            return;
        Assert.Empty(TestCompilation.ErrorsOf(TestCompilation.Create("static class E { extension(string s) { public int Twice => s.Length * 2; } }")));
    }
}
