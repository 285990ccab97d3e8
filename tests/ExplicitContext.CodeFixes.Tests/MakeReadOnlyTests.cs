using ExplicitContext.Analyzers.AmbientAccess;
using ExplicitContext.Testing;

namespace ExplicitContext.CodeFixes.Tests;

/// <summary>The fix of ECTX1004.</summary>
public sealed class MakeReadOnlyTests
{
    [Theory]
    [InlineData("private static string {|ECTX1004:name|} = \"a\";", "private static readonly string name = \"a\";")]
    [InlineData("static string {|ECTX1004:name|} = \"a\"; // why", "static readonly string name = \"a\"; // why")]
    [InlineData("[Obsolete] /* old */ private static int {|ECTX1004:x|} = 1;", "[Obsolete] /* old */ private static readonly int x = 1;")]
    [InlineData("static int[] {|ECTX1004:table|} = { 1, 2 }; static int At(int i) => table[i];", "static readonly int[] table = { 1, 2 }; static int At(int i) => table[i];")]
    [InlineData("static object {|ECTX1004:gate|} = new(); static void M() { lock (gate) { } }", "static readonly object gate = new(); static void M() { lock (gate) { } }")]
    [InlineData("static string {|ECTX1004:name|}; static C() { name = \"a\"; }", "static readonly string name; static C() { name = \"a\"; }")]
    [InlineData("public static string {|ECTX1004:Name|} { get; private set; } = \"a\";", "public static string Name { get; } = \"a\";")]
    [InlineData("public static string {|ECTX1004:Name|} { get; private set; } static C() { Name = \"a\"; }", "public static string Name { get; } static C() { Name = \"a\"; }")]
    [InlineData("static string {|ECTX1004:a|} = \"a\"; static class Inner<T> { static Func<int> {|ECTX1004:f|} = () => 1; }", "static readonly string a = \"a\"; static class Inner<T> { static readonly Func<int> f = () => 1; }")]
    public Task ConstantInAllButName_FixesByMakingItReadOnly(string before, string after) =>
        CodeFixTest<StaticStateAnalyzer, MakeReadOnlyCodeFixProvider>.VerifyAsync(Class(before), Class(after).Sources[0]);

    [Theory]
    [InlineData("static int {|ECTX1004:x|}; static void M() => x = 1;")]
    [InlineData("static int {|ECTX1004:x|} = 1; static C() { Action later = () => x = 2; later(); }")]
    [InlineData("internal static string {|ECTX1004:Name|} = \"a\";")]
    [InlineData("static volatile bool {|ECTX1004:on|} = true;")]
    [InlineData("static string {|ECTX1004:a|} = \"a\", {|ECTX1004:b|} = \"b\";")]
    [InlineData("static System.Text.StringBuilder {|ECTX1004:text|} = new();")]
    [InlineData("public static string {|ECTX1004:P|} { get; private /* why */ set; } = \"a\";")]
    [InlineData("static int[] {|ECTX1004:x|} = { 1 }; static void M() => Array.Resize(ref x, 2);")]
    [InlineData("static int {|ECTX1004:x|} = 1; static ref int M() => ref x;")]
    [InlineData("static int {|ECTX1004:x|} = 1; static void M() => Set(out x); static void Set(out int n) => n = 2;")]
    [InlineData("static int {|ECTX1004:x|} = 1; static void M() => (x, _) = (2, 3);")]
    [InlineData("struct S { public int N; public void Add() => N++; } static S {|ECTX1004:s|} = new(); static void M() => s.Add();")]
    public Task StateAndWhatOthersMayAssign_IsNotOffered(string member) => CodeFixTest<StaticStateAnalyzer, MakeReadOnlyCodeFixProvider>.VerifyNoFixAsync(Class(member));

    private static TestProject Class(string member) => $"#nullable disable\nusing System;\nclass C\n{{\n    {member}\n}}\n";
}
