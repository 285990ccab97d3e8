using ExplicitContext.Analyzers.AmbientAccess;
using ExplicitContext.Analyzers.Configuration;
using ExplicitContext.Testing;
using Microsoft.CodeAnalysis;

namespace ExplicitContext.Analyzers.Tests.Configuration;

/// <summary>ECTX0005.</summary>
public sealed class AuditAnalyzerTests
{
    private const string Audit = "[ExplicitContext.AuditedStatic(Owner = \"core\", Reason = \"one cache\", Until = \"2026-06-01\")]";

    [Theory]
    [InlineData("[{|ECTX0005:ExplicitContext.AuditedStatic|}] static int x;")]
    [InlineData("[{|ECTX0005:ExplicitContext.AuditedStatic(Owner = \"core\", Reason = \"one cache\")|}] static int x;")]
    [InlineData("[{|ECTX0005:ExplicitContext.AuditedStatic(Owner = \"core\", Until = \"2030-01-01\")|}] static int X { get; set; }")]
    [InlineData("[{|ECTX0005:ExplicitContext.AuditedStatic(Reason = \"why\", Until = \"2030-01-01\")|}] static event System.Action? E;")]
    [InlineData("[{|ECTX0005:ExplicitContext.AuditedStatic(Owner = \"core\", Reason = \"why\", Until = \"soon\")|}] static int x;")]
    public Task IncompleteAudit_Triggers(string member) => Verify(member);

    [Theory]
    [InlineData("2026-06-01", false)]
    [InlineData("2026-06-02", true)]
    [InlineData("never", false)]
    [InlineData("", false)]
    public async Task Audit_ExpiresByTheDayThatTheBuildGives(string today, bool isExpired)
    {
        var findings = await AnalyzerTest<AuditAnalyzer>.DiagnosticsAsync(Class($"{Audit} static int x;").WithBuildProperty("ExplicitContextToday", today));

        Assert.Equal(isExpired ? ["The audit of 'C.x' expired on 2026-06-01. Let 'core' judge again and set a new date, or move the state into a context."] : [], findings.Select(finding => finding.GetMessage()));
        Assert.All(findings, finding => Assert.Equal(DiagnosticSeverity.Error, finding.Severity));
    }

    [Theory]
    [InlineData(Audit + " static int x;")]
    [InlineData("static int x;")]
    [InlineData("[System.ThreadStatic] static int x;")]
    public Task CompleteAuditOrNone_DoesNotTrigger(string member) => Verify(member);

    [Theory]
    [InlineData("{|ECTX0005:F:C.x|}; audited")]
    [InlineData("{|ECTX0005:F:C.x|}; audited; owner=me; reason=why; until=tomorrow")]
    [InlineData("{|ECTX0005:F:C.*|}; audited; owner=me; reason=why; until=2026-05-31")]
    [InlineData("F:C.x; audited; owner=me; reason=why; until=2026-06-01")]
    [InlineData("F:C.x; audited; owner=me; reason=why; until=2030-01-01\n!F:C.x; audited")]
    public Task AuditAsALine_IsHeldToTheSame(string file) => AnalyzerTest<AuditAnalyzer>.VerifyAsync(
        Class("static int x;").WithContextFile(file).WithBuildProperty("ExplicitContextToday", "2026-06-01"));

    [Theory]
    [InlineData("static int x;", "F:C.x; audited; owner=me; reason=why; until=2030-01-01")]
    [InlineData("static int X { get; set; }", "P:C.*; audited; owner=me; reason=why; until=2030-01-01")]
    [InlineData("static int x;", "F:C.x; audited; owner=me; reason=why; until=2020-01-01")]
    [InlineData(Audit + " static int x;", "")]
    [InlineData("static int {|ECTX1004:x|};", "F:C.x; audited; owner=me")]
    [InlineData("static int {|ECTX1004:x|};", "F:C.x; audited; owner=me; reason=why; until=2030-01-01\n!F:C.x; audited")]
    public Task AuditAsALine_AnswersForStaticState(string member, string file) =>
        AnalyzerTest<StaticStateAnalyzer>.VerifyAsync(Class(member).WithContextFile(file));

    [Fact]
    public Task AuditOfAPackage_IsNotTheUsersToMend() => AnalyzerTest<AuditAnalyzer>.VerifyAsync(
        Class("static int x;") with { AdditionalFiles = Class("").AdditionalFiles.Add("ExplicitContext.Pack.acme.txt", "F:C.x; audited") });

    [Fact]
    public Task Pragma_Suppresses() => Verify($"\n#pragma warning disable ECTX0005\n[ExplicitContext.AuditedStatic] static int x;\n");

    [Fact]
    public Task SeverityNone_TurnsTheRuleOff() => AnalyzerTest<AuditAnalyzer>.VerifyAsync(
        Class("[ExplicitContext.AuditedStatic] static int x;") with { EditorConfig = "[*.cs]\ndotnet_diagnostic.ECTX0005.severity = none\n" });

    private static TestProject Class(string member) => new($"class C {{ {member} }}");

    private static Task Verify(string member) => AnalyzerTest<AuditAnalyzer>.VerifyAsync(Class(member));
}
