using ExplicitContext.Analyzers.AmbientAccess;
using ExplicitContext.Testing;
using Microsoft.CodeAnalysis;

namespace ExplicitContext.Analyzers.Tests.Reporting;

/// <summary>What a line of the configuration says of the findings about its accessor.</summary>
public sealed class EntrySeverityTests
{
    private const string Read = "class C { object M() => {|ECTX1002:System.DateTime.Now|}; }";

    [Theory]
    [InlineData("inventory", DiagnosticSeverity.Info)]
    [InlineData("warn", DiagnosticSeverity.Warning)]
    [InlineData("enforce", DiagnosticSeverity.Error)]
    public Task Severity_HoldsWhateverTheLevelOfThePlace(string severity, DiagnosticSeverity expected) => VerifyAsync(
        new TestProject(Read).WithContextFile($"P:System.DateTime.Now; severity={severity}") with { EditorConfig = "[*.cs]\nexplicit_context.level = warn\n" }, expected);

    [Fact]
    public Task SeverityOfTheRule_WinsOverThatOfTheLine() => VerifyAsync(
        new TestProject(Read).WithContextFile("P:System.DateTime.Now; severity=enforce") with { EditorConfig = "[*.cs]\ndotnet_diagnostic.ECTX1002.severity = suggestion\n" },
        DiagnosticSeverity.Info);

    [Theory]
    [InlineData("default")]
    [InlineData("error")]
    public Task SeverityNone_IsSilentWhateverTheSeverityOfTheRule(string severity) => VerifyAsync(
        new TestProject(Read.Replace("{|ECTX1002:", "").Replace("|}", "")).WithContextFile("P:System.DateTime.Now; severity=none")
            with { EditorConfig = $"[*.cs]\ndotnet_diagnostic.ECTX1002.severity = {severity}\n" },
        DiagnosticSeverity.Error);

    [Fact]
    public Task Message_StandsBehindThatOfTheRule() => VerifyAsync(
        new TestProject(Read).WithContextFile("P:System.DateTime.Now; message=\"Use the {clock}; see wiki/Time\""),
        DiagnosticSeverity.Error,
        "'DateTime.Now' is ambient and no context is at hand in 'C.M()': take it as a parameter, or mark the member [ContextEntry] if it is where the context comes from. Use the {clock}; see wiki/Time");

    [Fact]
    public Task Message_StandsBehindTheUseOfAContextToo() => VerifyAsync(
        new TestProject("class C { object M(System.TimeProvider timeProvider) => {|ECTX1001:System.DateTime.Now|}; }")
            .WithContextFile("T:System.TimeProvider; parameter=timeProvider\nP:System.DateTime.Now; replaced-by=timeProvider.GetLocalNow().LocalDateTime; message=really"),
        DiagnosticSeverity.Error,
        "'DateTime.Now' is ambient, and 'timeProvider.GetLocalNow().LocalDateTime' is at hand here: use it. really");

    [Fact]
    public async Task FindingWithAMessage_IsTheRulesInAllElse()
    {
        var with = Assert.Single(await AnalyzerTest<AmbientReadAnalyzer>.DiagnosticsAsync(new TestProject(Read).WithContextFile("P:System.DateTime.Now; message=m")));
        var without = Assert.Single(await AnalyzerTest<AmbientReadAnalyzer>.DiagnosticsAsync(new TestProject(Read).WithContextFile("P:System.DateTime.Now")));

        Assert.Equal(
            (without.Descriptor.Id, without.Descriptor.Category, without.Descriptor.HelpLinkUri, without.Descriptor.Title, without.Location.SourceSpan, without.WarningLevel),
            (with.Descriptor.Id, with.Descriptor.Category, with.Descriptor.HelpLinkUri, with.Descriptor.Title, with.Location.SourceSpan, with.WarningLevel));
        Assert.Equal(without.Descriptor.CustomTags, with.Descriptor.CustomTags);
    }

    [Theory]
    [InlineData("#pragma warning disable ECTX1002\nclass C { object M() => System.DateTime.Now; }")]
    [InlineData("class C { [System.Diagnostics.CodeAnalysis.SuppressMessage(\"x\", \"ECTX1002\")] object M() => System.DateTime.Now; }")]
    public Task FindingWithAMessage_IsSuppressedLikeAnyOther(string source) =>
        VerifyAsync(new TestProject(source).WithContextFile("P:System.DateTime.Now; message=m"), DiagnosticSeverity.Error);

    [Theory]
    [InlineData("class C { object M() => {|ECTX1002:new System.IO.StreamReader(\"a\")|}; }")]
    [InlineData("class C { System.IO.StreamReader M() => {|ECTX1002:new(\"a\")|}; }")]
    [InlineData("class C : System.IO.StreamReader { C() {|ECTX1002:: base(\"a\")|} { } }")]
    [InlineData("class C { object M(System.IO.Stream s) => new System.IO.StreamReader(s); }")]
    public Task Constructor_MayBeAmbient(string source) =>
        VerifyAsync(new TestProject(source).WithContextFile("M:System.IO.StreamReader.#ctor(System.String*"), DiagnosticSeverity.Error);

    private static Task VerifyAsync(TestProject project, DiagnosticSeverity severity, params string[] messages) =>
        AnalyzerTest<AmbientReadAnalyzer>.VerifyAsync(project, severity, messages);
}
