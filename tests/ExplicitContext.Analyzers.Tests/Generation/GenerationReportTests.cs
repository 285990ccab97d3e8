using ExplicitContext.Analyzers.Generation;
using ExplicitContext.Testing;
using Microsoft.CodeAnalysis;

namespace ExplicitContext.Analyzers.Tests.Generation;

/// <summary>The reports stand in the tests as the generator writes them; the generator's own tests hold it to that form.</summary>
public class GenerationReportTests
{
    [Fact]
    public Task ReportOfASite_TriggersAtTheSite() => AnalyzerTest<GenerationReportAnalyzer>.VerifyAsync(
        new TestProject(
            """
            namespace N;
            public class C
            {
                public int M() => {|ECTX5002:this[1]|};
                private int this[int i] => i;
            }
            """,
            Report("ECTX5002", "M:N.C.M", "public int M() => ".Length, "this[1]".Length)),
        severity: null,
        "Do it by hand.");

    [Fact]
    public Task ReportOfAMember_TriggersAtItsName() => AnalyzerTest<GenerationReportAnalyzer>.VerifyAsync(
        new TestProject("namespace N; public class C { public int {|ECTX5003:M|}() => 1; public int {|ECTX5002:P|} => 2; }", Report("ECTX5003", "M:N.C.M", -1, 0), Report("ECTX5002", "P:N.C.P", -1, 0)));

    [Theory]
    [InlineData("ECTX5005")]
    [InlineData("ECTX5006")]
    public Task ReportOfANameOrAMark_Informs(string rule) => AnalyzerTest<GenerationReportAnalyzer>.VerifyAsync(
        new TestProject($"namespace N; public class C {{ public int {{|{rule}:M|}}() => 1; public int {{|{rule}:P|}} => 2; }}", Report(rule, "M:N.C.M", -1, 0), Report(rule, "P:N.C.P", -1, 0)),
        DiagnosticSeverity.Info);

    [Fact]
    public Task ReportOfAnInitialiser_TriggersAtTheFieldOrEvent() => AnalyzerTest<GenerationReportAnalyzer>.VerifyAsync(
        new TestProject(
            "namespace N; public class C { public int {|ECTX5002:F|} = 1; public event System.Action {|ECTX5002:E|} = () => { }; }",
            Report("ECTX5002", "F:N.C.F", -1, 0),
            Report("ECTX5002", "E:N.C.E", -1, 0)));

    [Fact]
    public Task ReportOfAConstructorOrIndexer_TriggersAtItsName() => AnalyzerTest<GenerationReportAnalyzer>.VerifyAsync(
        new TestProject(
            "namespace N; public class C { public {|ECTX5002:C|}(int x) { } public int {|ECTX5003:this|}[int i] => 1; }",
            Report("ECTX5002", "M:N.C.#ctor(System.Int32)", -1, 0),
            Report("ECTX5003", "P:N.C.Item(System.Int32)", -1, 0)));

    [Fact]
    public Task ReportOfAType_TriggersAtItsName() => AnalyzerTest<GenerationReportAnalyzer>.VerifyAsync(
        new TestProject("namespace N; public class {|ECTX5001:C|} { }", Report("ECTX5001", "T:N.C", -1, 0)));

    [Fact]
    public Task SpanThatNoLongerFits_TriggersAtTheName() => AnalyzerTest<GenerationReportAnalyzer>.VerifyAsync(
        new TestProject("namespace N; public class C { public int {|ECTX5002:M|}() => 1; }", Report("ECTX5002", "M:N.C.M", 3000, 5)));

    [Fact]
    public Task Suppressed_DoesNotTrigger() => AnalyzerTest<GenerationReportAnalyzer>.VerifyAsync(
        new TestProject(
            """
            namespace N;
            public class C
            {
            #pragma warning disable ECTX5002
                public int M() => 1;
            #pragma warning restore ECTX5002
            }
            """,
            Report("ECTX5002", "M:N.C.M", -1, 0)));

    [Fact]
    public Task SeverityNone_TurnsTheRuleOff() => AnalyzerTest<GenerationReportAnalyzer>.VerifyAsync(
        new TestProject("namespace N; public class C { public int M() => 1; }", Report("ECTX5003", "M:N.C.M", -1, 0))
        {
            EditorConfig = "[*.cs]\ndotnet_diagnostic.ECTX5003.severity = none\n",
        });

    [Fact]
    public Task Level_DoesNotChangeTheSeverity() => AnalyzerTest<GenerationReportAnalyzer>.VerifyAsync(
        new TestProject("namespace N; public class {|ECTX5001:C|} { }", Report("ECTX5001", "T:N.C", -1, 0)).WithBuildProperty("ExplicitContextLevel", "enforce"),
        DiagnosticSeverity.Warning);

    [Fact]
    public Task NoReports_DoesNotTrigger() => AnalyzerTest<GenerationReportAnalyzer>.VerifyAsync("public class C { public int M() => 1; }");

    private static CSharpSource Report(string rule, string symbol, int offset, int length) =>
        $"[assembly: ExplicitContext.GenerationReport(\"{rule}\", \"{symbol}\", {offset}, {length}, \"Do it by hand.\")]";
}
