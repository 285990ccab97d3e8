using ExplicitContext.Analyzers.Ownership;
using ExplicitContext.Testing;
using Microsoft.CodeAnalysis;

namespace ExplicitContext.Analyzers.Tests.Ownership;

public class ShareableTypeTests
{
    [Theory]
    [InlineData("[Shareable] sealed class C { int [|count|]; int Next() => ++count; }", "'count' can be assigned; make it readonly, or the type partial so that it can be copied")]
    [InlineData("[Shareable] sealed class C { public string? [|Name|] { get; set; } }", "'Name' can be assigned; make it readonly, or the type partial so that it can be copied")]
    [InlineData("[Shareable] sealed class C { public string? [|Name|] { get; private set; } }", "'Name' can be assigned; make it readonly, or the type partial so that it can be copied")]
    [InlineData("[Shareable] sealed record C(int[] [|Items|]);", "'Items' can change; make the type partial so that it can be copied, or use an immutable collection")]
    [InlineData("[Shareable] sealed class C(int [|count|]) { int Next() => ++count; }", "'count' can be assigned; make it readonly, or the type partial so that it can be copied")]
    public Task SHR_13_AMutableFieldOfATypeThatCannotBeCopied_Triggers(string source, string reason) => Verify(source, $"'C' is declared shareable, but {reason}");

    [Theory]
    [InlineData("[Shareable] sealed partial record C(Stream [|Log|]);", "'Log' cannot cross: 'Stream' can change or belongs to one interpreter")]
    [InlineData("[Shareable] sealed partial class C { readonly FileStream? [|log|]; }", "'log' cannot cross: 'FileStream' can change or belongs to one interpreter")]
    [InlineData("[Shareable] sealed partial class C { readonly List<Task<int>>? [|tasks|]; }", "'tasks' cannot cross: 'Task<int>' can change or belongs to one interpreter")]
    [InlineData("[Shareable] readonly partial record struct C(int Id, (int, Other) [|Pair|]); sealed class Other;", "'Pair' cannot cross: 'Other' is not marked [Shareable]")]
    [InlineData("[Shareable] sealed partial class C { event Action? [|Changed|]; void Raise() => Changed?.Invoke(); }", "its event 'Changed' refers to whoever subscribes")]
    [InlineData("[Shareable] sealed partial class [|C|] : Base; class Base { int x; int Next() => ++x; }", "its base type 'Base' is not")]
    [InlineData("[Shareable] sealed partial class [|C|] : System.Collections.ObjectModel.Collection<int>;", "its base type 'Collection' is not")]
    [InlineData("[Shareable] sealed partial record [|C|](int[] Items) : Base; [Shareable] record Base;", "it must be copied, and its base type 'Base' cannot be, since it is not partial")]
    public Task SHR_13_AFieldOfATypeThatNeverCrosses_Triggers(string source, string reason) => Verify(source, $"'C' is declared shareable, but {reason}");

    [Theory]
    [InlineData("[Shareable] sealed record C(int Id, string? Name, DateTime At, ImmutableArray<string> Tags);")]
    [InlineData("[Shareable] sealed class C(int by, Func<int> later, object any) { int Add(int x) => x + by + later(); readonly object any = any; }")]
    [InlineData("[Shareable] sealed partial record C(int[] Items) { public List<string>? Tags { get; set; } public int Count; }")]
    [InlineData("[Shareable] struct C { public int X; public int Y; }")]
    [InlineData("[Shareable] enum C { A }")]
    [InlineData("[Shareable] partial record C<T>(T Payload, IReadOnlyList<T> More);")]
    [InlineData("[Shareable] abstract partial record C(C? Parent, Other? Other); [Shareable] sealed record Other(int X);")]
    [InlineData("[Shareable] sealed partial class C : Base { const int Max = 1; static readonly int[] all = [1]; int Twice => 2; } abstract class Base { public abstract override string ToString(); }")]
    [InlineData("sealed class C { int count; int Next() => ++count; }")]
    [InlineData("[Shareable] sealed class C(System.Xml.XmlReaderSettings settings) { readonly object held = settings; }")]
    public Task WhatIsShareable_DoesNotTrigger(string source) => Verify(source.Replace("abstract class Base { public abstract override string ToString(); }", "abstract class Base { public virtual int Two => 2; }", StringComparison.Ordinal));

    [Theory]
    [InlineData("class D : Shape { int [|count|]; int Next() => ++count; }")]
    [InlineData("class D : Middle { public string? [|Name|] { get; set; } } class Middle : Shape;")]
    [InlineData("class D : Shape { readonly int[]? [|items|]; }")]
    public Task SHR_14_ADerivedTypeWithAMutableField_TriggersAWarning(string derived) => AnalyzerTest<ShareableTypeAnalyzer>.VerifyAsync(
        With("[Shareable] class Shape { } " + derived), DiagnosticSeverity.Warning);

    [Fact]
    public Task SHR_14_TheMessageNamesBothTypes() => AnalyzerTest<ShareableTypeAnalyzer>.VerifyAsync(
        With("[Shareable] class Shape { } class D : Shape { int [|count|]; int Next() => ++count; }"),
        DiagnosticSeverity.Warning,
        "'Shape' is declared shareable, but 'D', which derives from it, adds 'count', which can change; mark 'D' [Shareable] and partial, or seal 'Shape'");

    [Theory]
    [InlineData("class D : Shape { readonly int count; int Next() => count; }")]
    [InlineData("[Shareable] partial class D : Shape { int count; int Next() => ++count; }")]
    public Task SHR_14_ADerivedTypeThatAddsNothingMutable_DoesNotTrigger(string derived) => Verify("[Shareable] partial class Shape { } " + derived);

    [Fact]
    public Task BrokenCode_IsLeftToTheCompiler() => Verify("[Shareable] sealed partial class C : {|CS0246:Missing|} { {|CS0246:Nowhere|} x = {|CS0103:y|}; }");

    private static Task Verify(string source, params string[] messages) => AnalyzerTest<ShareableTypeAnalyzer>.VerifyAsync(With(source), null, messages);

    private static TestProject With(string source) =>
        $"""
        using System;
        using System.Collections.Generic;
        using System.Collections.Immutable;
        using System.IO;
        using System.Threading.Tasks;
        using ExplicitContext;
        {source}
        """;
}
