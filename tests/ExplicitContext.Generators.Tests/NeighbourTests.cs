using ExplicitContext.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace ExplicitContext.Generators.Tests;

/// <summary>What generation leaves alone: the public surface, and what other generators add, which it cannot see.</summary>
public class NeighbourTests
{
    [Theory]
    [InlineData("[PassContext] public static int M(int x = 3) => x + Engine.Current.Next();")]
    [InlineData("[PassContext] public int M() => P; public int P => Engine.Current.Next();")]
    [InlineData("[PassContext] protected internal int M<T>(T x) where T : class => N(); protected int N() => Engine.Current.Next();")]
    [InlineData("[PassContext] public static class Nested { } [PassContext] public System.Collections.Generic.IEnumerable<int> M() { yield return Engine.Current.Next(); }")]
    public void PublicSurface_StaysWhatItIs(string members)
    {
        var run = GeneratorTest<ContextOverloadGenerator>.Run(AmbientEngine.With($"using ExplicitContext;\nnamespace Sample;\npublic partial class Demo\n{{\n    {members}\n}}\n"));

        Assert.Contains("Code.Context.g.cs", run.Sources.Keys);
        Assert.Equal(SurfaceOf(run.Input), SurfaceOf(run.Output));
    }

    [Theory]
    [InlineData("[PassContext] public static int M() => Made() + Engine.Current.Next();", "internal static int Made() => 5;", "6")]
    [InlineData("[PassContext] public static int M() { var made = new Made(); return made.Twice(Engine.Current.Next()); }", "internal sealed class Made { public int Twice(int x) => 2 * x; }", "2")]
    [InlineData("[PassContext] public static int M() { foreach (var x in All) { if (x > Engine.Current.Depth) return N(x); } return 0; } static int N(int x) => x + Engine.Current.Next();", "internal static int[] All => new[] { 4 };", "5")]
    public void WhatAnotherGeneratorAdds_IsCalledAsItStands(string members, string added, string result)
    {
        var run = GeneratorTest<ContextOverloadGenerator>.RunUnchecked(AmbientEngine.With($"using ExplicitContext;\nnamespace Sample;\npublic partial class Demo\n{{\n    {members}\n}}\n"));
        var options = (CSharpParseOptions)run.Input.SyntaxTrees[0].Options;
        var both = run.Output.AddSyntaxTrees(CSharpSyntaxTree.ParseText($"namespace Sample {{ partial class Demo {{ {added} }} static class Host {{ public static int Run() => Demo.M(new Engine(\"given\")); }} }}", options, "Added.g.cs", System.Text.Encoding.UTF8));

        using var program = new CompiledProgram(both);

        Assert.Equal(result, $"{program.Call("Sample.Host", "Run")}");
        Assert.Empty((IEnumerable<string>)Reads(program));
    }

    [Theory]
    [InlineData("[PassContext] public static int M() => N(Engine.Current) + Engine.Current.Next(); static int N() => Engine.Current.Next();")]
    [InlineData("[PassContext] public static int M() { var engine = Engine.Current; return N(engine, 2) + 1; } static int N(int x) => x + Engine.Current.Next();")]
    [InlineData("[PassContext] public static int M() => new Demo().N(Engine.Current, 1, \"a\") + Engine.Current.Next(); int N(int x, string y) { return O() + Engine.Current.Depth; } static int O() => Engine.Current.Next();")]
    public void CallOfAnOverloadThatIsYetToBeMade_AsksForIt(string members)
    {
        var run = GeneratorTest<ContextOverloadGenerator>.Run(AmbientEngine.With($"using ExplicitContext;\nnamespace Sample;\npublic partial class Demo\n{{\n    {members}\n}}\n"));

        Assert.NotEmpty(TestCompilation.ErrorsOf(run.Input));
        Assert.Contains(" N(Engine engine", run.Sources["Code.Context.g.cs"], StringComparison.Ordinal);
        Assert.DoesNotContain("Engine.Current", run.Sources["Code.Context.g.cs"], StringComparison.Ordinal);
    }

    private static object Reads(CompiledProgram program) => program.Call("Sample.Engine", "get_Reads")!;

    private static IEnumerable<string> SurfaceOf(Compilation compilation) =>
        compilation.Assembly.GlobalNamespace.GetNamespaceMembers().SelectMany(space => space.GetTypeMembers()).SelectMany(type => type.GetMembers())
            .Where(member => member.DeclaredAccessibility is Accessibility.Public or Accessibility.Protected or Accessibility.ProtectedOrInternal)
            .Select(member => member.ToDisplayString(SymbolDisplayFormat.CSharpErrorMessageFormat) + member.GetDocumentationCommentId())
            .Order(StringComparer.Ordinal);
}
