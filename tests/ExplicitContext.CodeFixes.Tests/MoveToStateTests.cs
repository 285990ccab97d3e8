using ExplicitContext.Analyzers.Generation;
using ExplicitContext.Testing;
using Microsoft.CodeAnalysis.CSharp;

namespace ExplicitContext.CodeFixes.Tests;

/// <summary>The fix of ECTX5002 for what is to move to a state, on what the generators really report and add.</summary>
public sealed class MoveToStateTests
{
    [Theory]
    [InlineData("[MoveTo(typeof(Engine))] static int {|ECTX5002:x|};", "[MoveTo(typeof(Engine))] static partial int x { get; set; }")]
    [InlineData("[MoveTo(typeof(Engine))]\n    internal static string? {|ECTX5002:x|}; // why\n    string? M() => x += \"a\";", "[MoveTo(typeof(Engine))]\n    internal static partial string? x { get; set; } // why\n    string? M() => x += \"a\";")]
    [InlineData("[MoveTo(typeof(Engine))] private static List<int> {|ECTX5002:_x|} = new() { 1 };", "[MoveTo(typeof(Engine), Initial = nameof(InitialX))] private static partial List<int> _x { get; set; }\n\n    private static List<int> InitialX() => new() { 1 };")]
    [InlineData("[MoveTo(typeof(Engine))] static int {|ECTX5002:X|} { get; set; } = 5;", "[MoveTo(typeof(Engine), Initial = nameof(InitialX))] static partial int X { get; set; }\n\n    private static int InitialX() => 5;")]
    [InlineData("[MoveTo(typeof(Engine))] static int {|ECTX5002:x|} = 1; void InitialX() { }", "[MoveTo(typeof(Engine), Initial = nameof(InitialX1))] static partial int x { get; set; }\n\n    private static int InitialX1() => 1; void InitialX() { }")]
    [InlineData("[MoveTo(typeof(Engine))] static int {|ECTX5002:x|};\n    [MoveTo(typeof(Engine))] static int {|ECTX5002:y|} = 2;\n    int M() => x++ + y;", "[MoveTo(typeof(Engine))] static partial int x { get; set; }\n    [MoveTo(typeof(Engine), Initial = nameof(InitialY))] static partial int y { get; set; }\n\n    private static int InitialY() => 2;\n    int M() => x++ + y;")]
    [InlineData("[MoveTo(typeof(Engine))] static DateTime {|ECTX5002:x|}; long M() => x.Ticks;", "[MoveTo(typeof(Engine))] static partial DateTime x { get; set; } long M() => x.Ticks;")]
    public Task AFieldOrProperty_FixesByAPartialProperty(string before, string after) =>
        CodeFixTest<GenerationReportAnalyzer, MoveToStateCodeFixProvider>.VerifyAsync(With(before), [.. With(after).Sources]);

    [Theory]
    [InlineData("[MoveTo(typeof(Engine))] static int {|ECTX5002:x|}; void M() => System.Threading.Interlocked.Increment(ref x);")]
    [InlineData("[MoveTo(typeof(Engine))] static int {|ECTX5002:x|}; ref int M() => ref C.x;")]
    [InlineData("[MoveTo(typeof(Engine))] static int {|ECTX5002:x|}; unsafe void M() { fixed (int* p = &x) { } }")]
    [InlineData("[MoveTo(typeof(Engine))] static S {|ECTX5002:x|}; void M() => x.N = 1; struct S { public int N; }")]
    [InlineData("[MoveTo(typeof(Engine))] static volatile int {|ECTX5002:x|};")]
    [InlineData("[MoveTo(typeof(Engine))] static readonly int {|ECTX5002:x|} = 1;")]
    [InlineData("[MoveTo(typeof(Engine))] static int {|ECTX5002:x|}, {|ECTX5002:y|};")]
    [InlineData("[MoveTo(typeof(Engine))] static int[] {|ECTX5002:x|} = { 1 };")]
    [InlineData("[MoveTo(typeof(Engine)), Obsolete] static int {|ECTX5002:x|};")]
    [InlineData("[MoveTo(typeof(Engine))] public static int {|ECTX5002:x|};")]
    [InlineData("[MoveTo(typeof(Engine))] static int {|ECTX5002:x|} => 1;")]
    [InlineData("[MoveTo(typeof(Engine), Initial = \"No\")] static partial int {|ECTX5002:{|CS9248:x|}|} { get; set; }")]
    public Task WhatMustStayAsItIs_IsNotOffered(string member) => CodeFixTest<GenerationReportAnalyzer, MoveToStateCodeFixProvider>.VerifyNoFixAsync(With(member));

    [Fact]
    public Task BeforeCSharp13_ThereIsNoFix() =>
        CodeFixTest<GenerationReportAnalyzer, MoveToStateCodeFixProvider>.VerifyNoFixAsync(With("[MoveTo(typeof(Engine))] static int {|ECTX5002:x|};") with { LanguageVersion = LanguageVersion.CSharp12 });

    private static TestProject With(string member) => new TestProject(
        $"using System;\nusing System.Collections.Generic;\nusing ExplicitContext;\npublic partial class C\n{{\n    {member}\n}}\n",
        "using ExplicitContext;\n[ContextType(\"engine\")]\npublic partial class Engine\n{\n    [AmbientAccessor] public static Engine Current { get; } = new();\n}\n")
    {
        IsGenerating = true,
    };
}
