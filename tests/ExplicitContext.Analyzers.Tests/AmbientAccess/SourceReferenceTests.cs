using ExplicitContext.Analyzers.Tests.Baseline;
using ExplicitContext.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ExplicitContext.Analyzers.Tests.AmbientAccess;

/// <summary>In an IDE and in the tool, projects reference each other by source: a symbol's syntax may belong to another compilation.</summary>
public sealed class SourceReferenceTests
{
    [Theory]
    [InlineData("[ExplicitContext.Shareable] public sealed partial class Slot(int size) { public int Size => size; }")]
    [InlineData("[ExplicitContext.Shareable] public sealed partial class Slot(int size) { public void Grow() => size++; }")]
    [InlineData("public sealed class Slot(int size) { public int Size { get; } = size; }")]
    [InlineData("public sealed record Slot(int Size);")]
    public async Task StaticOfATypeOfAnotherProject_IsJudgedWithoutFailing(string type)
    {
        var library = TestCompilation.Create(new CSharpSource(type, "Slot.cs"));
        var compilation = TestCompilation.Create(new CSharpSource("public static class Slots { public static readonly Slot Shared = new(1); }", "Slots.cs"))
            .AddReferences(library.ToMetadataReference());
        Assert.Equal("", TestCompilation.ErrorsOf(compilation));

        var diagnostics = await compilation.WithAnalyzers(BaselineRun.Analyzers).GetAnalyzerDiagnosticsAsync();

        Assert.DoesNotContain("AD0001", diagnostics.Select(diagnostic => diagnostic.Id));
    }
}
