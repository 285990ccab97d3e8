using ExplicitContext.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace ExplicitContext.Generators.Tests;

/// <summary>Callees in other assemblies: their overloads are called where they have some that can be seen, and else it is said whose turn it is.</summary>
public class UpstreamTests
{
    [Theory]
    [InlineData("public static int N(int x) => x + Engine.Current.Next(); public static int N(Engine engine, int x) => x + engine.Next();", "Lib.N(2)", "Lib.N(engine, 2)")]
    [InlineData("public static int P => Engine.Current.Next(); internal static int GetP(Engine engine) => engine.Next();", "Lib.P", "Lib.GetP(engine)")]
    [InlineData("public static int N(int x) => x + Engine.Current.Next(); public static int NWithEngine(Engine engine, int x) => x + engine.Next();", "Lib.N(2)", "Lib.NWithEngine(engine, 2)")]
    [InlineData("public static int P => Engine.Current.Next(); internal static int GetPWithEngine2(Engine engine) => engine.Next();", "Lib.P", "Lib.GetPWithEngine2(engine)")]
    [InlineData("public static int N<T>(this T x) => Engine.Current.Next(); public static int N<T>(this T x, Engine engine) => engine.Next();", "2.N()", "2.N(engine)")]
    [InlineData("[ContextEntry] public static int N(int x) => N(Engine.Current, x); internal static int N(Engine engine, int x) => x + engine.Next();", "Lib.N(2)", "Lib.N(engine, 2)")]
    [InlineData("[ContextEntry] public static int P => GetP(Engine.Current); internal static int GetP(Engine engine) => engine.Next();", "Lib.P", "Lib.GetP(engine)")]
    public void OverloadOfALibrary_IsCalled(string library, string call, string rewritten)
    {
        foreach (var run in Runs(library, $"[PassContext] public static int M() => {call}; public static int Run() => M(new Engine(\"given\"));"))
        {
            Assert.Contains($"M(Engine engine) => {rewritten};", run.Sources["Code.Context.g.cs"], StringComparison.Ordinal);
            Assert.Equal(["Code.Context.g.cs"], run.Sources.Keys);
            Assert.Empty(TestCompilation.ErrorsOf(run.Output));
        }
    }

    [Theory]
    [InlineData("public static int N(int x) => x + Engine.Current.Next();", "Lib.N(2)")]
    [InlineData("public static int N(int x) => x + O(); private static int O() => Engine.Current.Next(); private static int N(Engine engine, int x) => x;", "Lib.N(2)")]
    [InlineData("public static int P => Engine.Current.Next();", "Lib.P")]
    public void LibraryWithoutAnOverload_IsNamed(string library, string call)
    {
        foreach (var run in Runs(library, $"[PassContext] public static int M() => {call} + Engine.Current.Depth;"))
        {
            Assert.Contains($"M(Engine engine) => {call} + engine.Depth;", run.Sources["Code.Context.g.cs"], StringComparison.Ordinal);
            Assert.Contains("of 'Lib' reads the ambient and has no overload here that takes the context", run.Sources["ExplicitContext.Report.g.cs"], StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("public static int N(int x) => x;")]
    [InlineData("[ContextEntry] public static int N(int x) => x + Engine.Current.Next();")]
    [InlineData("[ContextEntry] public static int N(int x) => N(Engine.Current, x); private static int N(Engine engine, int x) => x + engine.Next();")]
    public void LibraryThatReadsNothing_OrSeesToItsContextItself_IsNoConcern(string library)
    {
        foreach (var run in Runs(library, "[PassContext] public static int M() => Lib.N(2);"))
        {
            var report = Assert.Single(run.Sources).Value;
            Assert.Contains("\"ECTX5006\", \"M:Sample.Demo.M\"", report, StringComparison.Ordinal);
            Assert.Contains("nothing that it does reads an ambient accessor", report, StringComparison.Ordinal);
        }
    }

    /// <summary>The library as a build sees it, a file, and as an IDE does, another project's compilation.</summary>
    private static IEnumerable<GeneratorRun> Runs(string library, string members)
    {
        var lib = CSharpCompilation.Create(
            "Lib",
            [Parse(AmbientEngine.Source.Text), Parse($"using ExplicitContext; [assembly: System.Runtime.CompilerServices.InternalsVisibleTo(\"Test\")] namespace Sample {{ public static class Lib {{ {library} }} }}")],
            TestCompilation.References,
            TestCompilation.Options());
        return
            from reference in new[] { TestCompilation.ToReference(Inferred.With(lib)), Inferred.With(lib).ToMetadataReference() }
            select GeneratorTest<ContextOverloadGenerator>.Run(
                new TestProject(new CSharpSource($"using ExplicitContext;\nnamespace Sample;\npublic partial class Demo\n{{\n    {members}\n}}\n", "Code.cs")) { References = [.. TestCompilation.References, reference] });
    }

    private static SyntaxTree Parse(string text) => CSharpSyntaxTree.ParseText(text, TestCompilation.ParseOptions, encoding: System.Text.Encoding.UTF8);
}
