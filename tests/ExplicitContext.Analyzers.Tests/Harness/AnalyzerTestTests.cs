using ExplicitContext.Testing;
using Microsoft.CodeAnalysis;
using Xunit.Sdk;

namespace ExplicitContext.Analyzers.Tests.Harness;

public sealed class AnalyzerTestTests
{
    [Fact]
    public Task MarkedDiagnostic_Passes() =>
        AnalyzerTest<HelloAnalyzer>.VerifyAsync(
            new TestProject("class [|Bob|]; class Eve;").WithBuildProperty("Hello", "Bob"), DiagnosticSeverity.Warning, "Hello, Bob");

    [Fact]
    public Task EditorConfigOptionAndSeverity_AreSeen() =>
        AnalyzerTest<HelloAnalyzer>.VerifyAsync(
            new TestProject("class {|HELLO1:Bob|};", new CSharpSource("class Eve;", "other/Eve.cs"))
            {
                EditorConfig = "[*.cs]\nhello = Bob\ndotnet_diagnostic.HELLO1.severity = error\n[other/*.cs]\nhello = Bob",
            },
            DiagnosticSeverity.Error);

    [Fact]
    public Task MarkInAdditionalFile_IsHeldAgainstTheFile() =>
        AnalyzerTest<HelloAnalyzer>.VerifyAsync(new TestProject("class C;").WithContextFile("# no\n[|hello|]\n"));

    [Theory]
    [InlineData("class Bob;", "reported, not marked")]
    [InlineData("class Bo[|b|] { }", "marked, not reported")]
    [InlineData("class [|Bob|] { [|Eve|] e; }", "CS0246")]
    [InlineData("class Crash;", "AD0001")]
    [InlineData("class {|HELLO2:Bob|};", "HELLO2")]
    public async Task Difference_Fails(string source, string message)
    {
        var failure = await Assert.ThrowsAsync<FailException>(
            () => AnalyzerTest<HelloAnalyzer>.VerifyAsync(new TestProject(source).WithBuildProperty("Hello", "Bob")));
        Assert.Contains(message, failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task OtherSeverity_Fails() => await Assert.ThrowsAsync<AllException>(
        () => AnalyzerTest<HelloAnalyzer>.VerifyAsync(new TestProject("class [|Bob|];").WithBuildProperty("Hello", "Bob"), DiagnosticSeverity.Error));

    [Theory]
    [InlineData("[|a")]
    [InlineData("a|]")]
    [InlineData("{|AB1:a|]")]
    public void UnbalancedMarkup_Fails(string markup) => Assert.Throws<FormatException>(() => MarkupText.Parse(markup));

    [Fact]
    public void NestedMarks_KeepTheirSpans()
    {
        var parsed = MarkupText.Parse("x{|AB1:y[|z|]|}");
        Assert.Equal("xyz", parsed.Text);
        Assert.Equal(["AB1 [1..3)", " [2..3)"], parsed.Spans.Select(span => $"{span.Id} {span.Span}"));
    }
}
