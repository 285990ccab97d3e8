using ExplicitContext.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ExplicitContext.Generators.Tests;

/// <summary>Groups of methods that are traps for an overload: beside what is generated for them, each name, construction and element access means what it meant.</summary>
public class OverloadTrapTests
{
    [Theory]
    [InlineData("null", "int N(string? s, object? x = null) => Engine.Current.Next(); int Use() => N(null, null);")]
    [InlineData("default", "int N(string? s, object? x = null) => Engine.Current.Next(); int Use() => N(default, null);")]
    [InlineData("params", "int N(params object?[] x) => Engine.Current.Next(); int Use(Engine e) => N(e, 2) + N(e, e) + N(e);")]
    [InlineData("generic", "int N<T>(T x, int y) => Engine.Current.Next(); int N(int y) => Engine.Current.Next(); int Use(Engine e) => N(e, 2) + N<Engine>(e, 2);")]
    [InlineData("object", "int N(object x, object? y = null) => Engine.Current.Next(); int Use(Engine e) => N(e, 2) + N(e);")]
    [InlineData("extension", "int Use(Engine e) => 2.N(e, 3); } static partial class X { [PassContext] public static int N(this int x, object y, object? z = null) => Engine.Current.Next();")]
    [InlineData("extension of the context", "int N(int x) => Engine.Current.Next(); int Use(Engine e) => e.N(this, 1); } static partial class X { [PassContext] public static int N(this object x, object y, int z) => Engine.Current.Next();")]
    [InlineData("natural type", "int N(int x) => Engine.Current.Next(); object Use() { var f = N; return f; }")]
    [InlineData("natural type as an argument", "int N(int x) => Engine.Current.Next(); string Use() => K(N); string K(System.Delegate d) => d.ToString()!;")]
    [InlineData("outer overloads", "int N(int x) => Engine.Current.Next(); int Use() => K(N); int K(System.Func<int, int> f) => 1; int K(System.Func<Engine, int, int> f) => 2;")]
    [InlineData("derived type that wins", "int N(int x) => Engine.Current.Next(); } partial class D : Demo { public int N(object o, int x) => 1; [PassContext] int O() => N(3); int Use(Engine e) => N(e, 3);")]
    [InlineData("base type", "int Use(D d, Engine e) => d.N(e, 3); public int N(object o, int x) => 1; } partial class D : Demo { [PassContext] public int N(int x) => Engine.Current.Next();")]
    [InlineData("accessor", "int P => Engine.Current.Next(); int GetP(object x) => 1; int Use(Engine e) => GetP(e);")]
    [InlineData("setter", "int P { set => Engine.Current.Next(); } int SetP(object x, long y) => 1; int Use(Engine e) => SetP(e, 1);")]
    [InlineData("constructor", "partial class C { [PassContext] public C(params object?[] x) => Engine.Current.Next(); } object Use(Engine e) => new C(e, 1);")]
    [InlineData("indexer", "int this[params object?[] x] => Engine.Current.Next(); int Use(Engine e) => this[e, 1];")]
    [InlineData("virtual", "virtual int N(object x, object? y = null) => Engine.Current.Next(); int Use(Engine e) => N(e, 2); } sealed partial class D : Demo { internal override int N(object x, object? y = null) => 1; int Use2(Engine e) => base.N(e, 2) + N(e, 3);")]
    [InlineData("interface", "int Use(I i, Engine e) => i.N(e, 2); } partial interface I { int N(object x, object? y = null); } partial class C : I { [PassContext] public int N(object x, object? y = null) => Engine.Current.Next();")]
    [InlineData("enclosing type", "partial class Inner { [PassContext] static int N(int x) => Engine.Current.Next(); static int Use() => NWithEngine(1); static object O() { var f = N; return f; } } static int NWithEngine(int x) => 2;")]
    [InlineData("local of the name", "int N(int x) => Engine.Current.Next(); int Use() { System.Func<int> NWithEngine = () => 1; var f = N; return NWithEngine(); }")]
    public void WhatIsThere_KeepsItsMeaning(string trap, string members)
    {
        var program = members.StartsWith("int Use", StringComparison.Ordinal) || members.StartsWith("partial", StringComparison.Ordinal) ? members : "[PassContext] internal " + members;
        var run = GeneratorTest<ContextOverloadGenerator>.Run(AmbientEngine.With($"using ExplicitContext;\nnamespace Sample;\npartial class Demo\n{{\n{program}\n}}\n"));

        Assert.Empty(TestCompilation.ErrorsOf(run.Input));
        var uses = Uses(run, run.Input).ToList();
        Assert.True(uses.Count > 3 && uses.SequenceEqual(Uses(run, run.Output)), $"{trap}: {string.Join(", ", uses.Zip(Uses(run, run.Output)).Where(pair => pair.First != pair.Second))}");
        Assert.Empty(TestCompilation.ErrorsOf(run.Output));
    }

    private static IEnumerable<string> Uses(GeneratorRun run, Compilation compilation) =>
        from tree in run.Input.SyntaxTrees
        let model = compilation.GetSemanticModel(tree)
        from use in tree.GetRoot().DescendantNodes()
        where use is SimpleNameSyntax or BaseObjectCreationExpressionSyntax or ElementAccessExpressionSyntax
        let symbol = model.GetSymbolInfo(use).Symbol ?? model.GetMemberGroup(use).FirstOrDefault()
        select $"{use}: {symbol?.ToDisplayString()} {symbol?.OriginalDefinition.GetDocumentationCommentId()}";
}
