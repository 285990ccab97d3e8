using ExplicitContext.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace ExplicitContext.Generators.Tests;

/// <summary>Where a program begins there is nobody who could hand a context on: nothing is generated, and nothing is reported.</summary>
public class RootTests
{
    [Theory]
    [InlineData("public static partial class Program { [PassContext] static void Main() => System.Console.Write(Demo.M()); }")]
    [InlineData("[PassContext] public static partial class Program { static async System.Threading.Tasks.Task Main(string[] args) { await System.Threading.Tasks.Task.Yield(); System.Console.Write(Demo.M() + args.Length); } }")]
    [InlineData("[PassContext] public static partial class Program { static int Main() { System.Console.Write(Engine.Current.Next()); return 0; } }")]
    public void Main_StaysAsItIs(string main)
    {
        var run = Run($"using ExplicitContext;\nnamespace Sample;\n{main}\n", "using ExplicitContext;\nnamespace Sample;\npublic static partial class Demo { [PassContext] public static int M() => Engine.Current.Next(); }\n");

        Assert.Equal(["Code1.Context.g.cs"], run.Sources.Keys);
        Assert.DoesNotContain("Main", run.Sources.Values.Single(), StringComparison.Ordinal);
        Assert.Equal("1", Printed(run));
    }

    [Theory]
    [InlineData("System.Console.Write(Demo.M() + Engine.Current.Depth - 1);")]
    [InlineData("System.Console.Write(N()); static int N() => Demo.M();")]
    [InlineData("var x = 1; System.Console.Write(N() * x); int N() { return Engine.Current.Next(); }")]
    public void TopLevelStatements_StayAsTheyAre(string statements)
    {
        var run = Run($"using Sample;\n{statements}\npartial class Program;\n", "using ExplicitContext;\n[assembly: PassContext]\nnamespace Sample;\npublic static partial class Demo { public static int M() => Engine.Current.Next(); }\n");

        Assert.Equal(["Code1.Context.g.cs"], run.Sources.Keys);
        Assert.Equal("1", Printed(run));
    }

    private static string Printed(GeneratorRun run)
    {
        using var program = new CompiledProgram(run.Output);
        return program.Run();
    }

    private static GeneratorRun Run(params string[] sources) =>
        GeneratorTest<ContextOverloadGenerator>.Run(AmbientEngine.With(sources) with { OutputKind = OutputKind.ConsoleApplication });
}
