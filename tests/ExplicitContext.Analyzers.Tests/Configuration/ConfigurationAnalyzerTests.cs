using ExplicitContext.Analyzers.Configuration;
using ExplicitContext.Testing;
using Microsoft.CodeAnalysis;

namespace ExplicitContext.Analyzers.Tests.Configuration;

/// <summary>ECTX0001 and ECTX0003.</summary>
public sealed class ConfigurationAnalyzerTests
{
    private const string Source = "namespace N; public class C { public static C Current => new(); public int Held; public static int Next(int x) => x; }";

    [Theory]
    [InlineData("{|ECTX0001:P:N.C.Missing|}")]
    [InlineData("T:N.C\n  {|ECTX0001:F:N.C.Current|} # a property")]
    [InlineData("{|ECTX0001:P:Missing.*|}")]
    [InlineData("!{|ECTX0001:P:N.C.Missing|}")]
    [InlineData("{|ECTX0001:F:N.C.Held|}")]
    public Task EntryThatNamesNothing_Triggers(string file) => Verify(file);

    [Theory]
    [InlineData("{|ECTX0003:Engine.Current|}")]
    [InlineData("P:N.C.Current; {|ECTX0003:ambiant|}")]
    [InlineData("P:N.C.Current; {|ECTX0003:replacedby=engine|}")]
    [InlineData("{|ECTX0003:T:N.C|}; ambient")]
    [InlineData("T:N.C\n\n  {|ECTX0003:what is this|}\nP:N.C.Current")]
    public Task LineThatDoesNotParse_Triggers(string file) => Verify(file);

    [Theory]
    [InlineData("")]
    [InlineData("# nothing but a comment\n\n")]
    [InlineData("T:N.C; scope=engine; parameter=engine\r\nP:N.C.Current\r\nM:N.C.Next(System.Int32); entry\r\n")]
    [InlineData("P:N.C.*\n!P:N.C.Current\n")]
    [InlineData("P:System.DateTime.UtcNow\nM:System.Environment.Exit(System.Int32)\nT:System.TimeProvider; context")]
    [InlineData("P:N.C.Nothing*\nF:System.Nothing*")]
    public Task GoodFile_DoesNotTrigger(string file) => Verify(file);

    [Fact]
    public Task FileOfAnotherName_IsNotRead() => AnalyzerTest<ConfigurationAnalyzer>.VerifyAsync(
        new TestProject(Source) { AdditionalFiles = new TestProject(Source).AdditionalFiles.Add("notes.txt", "what is this").Add("ExplicitContext.Baseline.txt", "x") });

    [Fact]
    public Task SeveralFiles_EachIsReportedInItsOwn() => AnalyzerTest<ConfigurationAnalyzer>.VerifyAsync(
        new TestProject(Source)
        {
            AdditionalFiles = new TestProject(Source).AdditionalFiles
                .Add("ExplicitContext.txt", "P:N.C.Current\n{|ECTX0001:P:N.C.One|}\n")
                .Add("ExplicitContext.Http.txt", "{|ECTX0001:P:N.C.Two|}\n{|ECTX0003:?|}"),
        });

    [Fact]
    public Task Message_SaysWhatAndHowToMend() => AnalyzerTest<ConfigurationAnalyzer>.VerifyAsync(
        new TestProject(Source).WithContextFile("{|ECTX0001:P:N.C.Missing|}"),
        DiagnosticSeverity.Warning,
        "'P:N.C.Missing' names nothing in this compilation. Check the spelling and the prefix (T: type, P: property, F: field, M: method, E: event), or remove the line.");

    [Fact]
    public Task Level_DoesNotChangeTheSeverity() => AnalyzerTest<ConfigurationAnalyzer>.VerifyAsync(
        new TestProject(Source).WithContextFile("{|ECTX0003:?|}").WithBuildProperty("ExplicitContextLevel", "inventory"), DiagnosticSeverity.Error);

    [Fact]
    public Task SeverityNone_TurnsTheRuleOff() => AnalyzerTest<ConfigurationAnalyzer>.VerifyAsync(
        new TestProject(Source) { GlobalConfig = "dotnet_diagnostic.ECTX0001.severity = none\n" }.WithContextFile("P:N.C.Missing"));

    [Theory]
    [InlineData("/test/ExplicitContext.txt", "P:Missing.C.Current", true)]
    [InlineData("/ExplicitContext.txt", "P:Missing.C.Current", false)]
    [InlineData("/ExplicitContext.txt", "P:N.C.Missing", true)]
    [InlineData("/packages/acme/buildTransitive/ExplicitContext.Acme.txt", "P:N.C.Missing", false)]
    [InlineData("/test/ExplicitContext.Pack.acme.txt", "P:N.C.Missing", false)]
    public async Task FileAboveTheProjectOrOfAPackage_IsNotHeldToWhatOthersMayKnow(string path, string line, bool isReported)
    {
        var project = new TestProject(Source).WithBuildProperty("ProjectDir", "/test/").ToProject().AddAdditionalDocument("ExplicitContext.txt", line, filePath: path).Project;

        var found = await DiagnosticVerifier.DiagnosticsAsync(project, [new ConfigurationAnalyzer()]);

        Assert.Equal(isReported ? ["ECTX0001"] : [], found.Select(finding => finding.Id));
    }

    [Fact]
    public Task ConstructorOfAnAmbientEntry_DoesNotTrigger() => Verify("M:N.C.#ctor");

    private static Task Verify(string file) => AnalyzerTest<ConfigurationAnalyzer>.VerifyAsync(new TestProject(Source).WithContextFile(file));
}
