using ExplicitContext.Testing;
using Microsoft.CodeAnalysis;

namespace ExplicitContext.Analyzers.Tests.Baseline;

/// <summary>Debt beyond the record is reported at its level, and what is recorded stays visible.</summary>
public sealed class GrowthTests
{
    private const string Read = "ECTX1002 M:C.M P:Engine.Current";

    [Fact]
    public async Task RecordedFinding_IsShownAsInfo_AndMarked()
    {
        var run = await BaselineRun.OfAsync(EngineProject.With("class C { int M() => Engine.Current.Seed; }"), Read);

        var finding = Assert.Single(run.Recorded);
        Assert.Equal(("ECTX1002", DiagnosticSeverity.Info, "true"), (finding.Id, finding.Severity, finding.Properties["Baselined"]));
        Assert.Empty(run.New);
        Assert.Empty(run.Stale);
    }

    [Fact]
    public async Task FindingWithoutABaseline_CarriesItsKey_AndIsNotMarked()
    {
        var run = await BaselineRun.OfAsync(EngineProject.With("class C { int M() => Engine.Current.Seed; }"));

        var finding = Assert.Single(run.New);
        Assert.Equal(DiagnosticSeverity.Error, finding.Severity);
        Assert.Equal(("M:C.M", "P:Engine.Current"), (finding.Properties["Member"], finding.Properties["Subject"]));
    }

    [Fact]
    public async Task SecondFindingInADirtyMember_IsNew_InTheOrderOfTheSource()
    {
        var run = await BaselineRun.OfAsync(EngineProject.With("class C { int M() => Engine.Current.Seed + Engine.Current.Seed; }"), Read);

        var (recorded, grown) = (Assert.Single(run.Recorded), Assert.Single(run.New));
        Assert.True(recorded.Location.SourceSpan.Start < grown.Location.SourceSpan.Start);
        Assert.Equal((DiagnosticSeverity.Info, DiagnosticSeverity.Error), (recorded.Severity, grown.Severity));
        Assert.Empty(run.Stale);
    }

    [Fact]
    public async Task Surplus_CountsThroughLambdasAndLocalFunctions()
    {
        var run = await BaselineRun.OfAsync(
            EngineProject.With("""
                class C
                {
                    int M()
                    {
                        System.Func<int> f = () => Engine.Current.Seed;
                        return F() + Engine.Current.Seed;
                        int F() => Engine.Current.Seed;
                    }
                }
                """),
            Read + " 2");

        Assert.Equal(2, run.Recorded.Count());
        Assert.Contains("int F() => Engine.Current.Seed;", LineOf(Assert.Single(run.New)));
    }

    [Theory]
    [InlineData("class C { int M() => Engine.Current.Seed + Settings.Orphan.Depth; }", "P:Settings.Orphan")]
    [InlineData("class C { int M() => Engine.Current.Seed; int N() => Engine.Current.Seed; }", "P:Engine.Current")]
    [InlineData("class C { int M() => Engine.Current.Seed; int M(int x) => Engine.Current.Seed; }", "P:Engine.Current")]
    [InlineData("class C { int M() => Engine.Current.Seed; int M<T>() => Engine.Current.Seed; }", "P:Engine.Current")]
    [InlineData("class C { int M() => Engine.Current.Seed; } class D { int M() => Engine.Current.Seed; }", "P:Engine.Current")]
    [InlineData("class C { int M() => Engine.Current.Seed; } class C<T> { int M() => Engine.Current.Seed; }", "P:Engine.Current")]
    [InlineData("class C { int M() => Engine.Current.Seed; class N { int M() => Engine.Current.Seed; } }", "P:Engine.Current")]
    [InlineData("class C { int M() => Engine.Current.Seed; static int n; void N() => n++; }", "")]
    [InlineData("class C { int M() => Engine.Current.Seed; int f = Engine.Current.Seed; }", "P:Engine.Current")]
    [InlineData("class C { int M() => Engine.Current.Seed; int P { get => 1; set { _ = Engine.Current.Seed; } } }", "P:Engine.Current")]
    public async Task GrowthInADirtyFile_IsFound(string after, string subject)
    {
        var run = await BaselineRun.OfAsync(EngineProject.With(after), Read);

        Assert.Equal(subject, Assert.Single(run.New).Properties["Subject"]);
        Assert.Single(run.Recorded);
        Assert.Empty(run.Stale);
    }

    [Fact]
    public async Task OtherRuleInADirtyMember_IsNew()
    {
        var run = await BaselineRun.OfAsync(EngineProject.With("class C { int M() => Engine.Current.Seed; int M(Engine engine) => Engine.Current.Seed + engine.Seed; }"), Read);

        Assert.Equal("ECTX1001", Assert.Single(run.New).Id);
    }

    [Fact]
    public async Task StaticStateThatIsRecorded_IsShown_AndAnotherOneIsNew()
    {
        var run = await BaselineRun.OfAsync(EngineProject.With("class C { static int a, b; void M() { a++; b++; } }"), "ECTX1004 F:C.a");

        Assert.Equal("F:C.a", Assert.Single(run.Recorded).Properties["Member"]);
        Assert.Equal("F:C.b", Assert.Single(run.New).Properties["Member"]);
    }

    [Theory]
    [InlineData("inventory", DiagnosticSeverity.Info)]
    [InlineData("warn", DiagnosticSeverity.Warning)]
    [InlineData("enforce", DiagnosticSeverity.Error)]
    public async Task Growth_HasTheSeverityOfItsLevel(string level, DiagnosticSeverity severity)
    {
        var run = await BaselineRun.OfAsync(
            EngineProject.With("class C { int M() => Engine.Current.Seed + Engine.Current.Seed; }") with { EditorConfig = $"[*.cs]\nexplicit_context.level = {level}\n" }, Read);

        Assert.Equal(severity, Assert.Single(run.New).Severity);
        Assert.Equal(DiagnosticSeverity.Info, Assert.Single(run.Recorded).Severity);
    }

    [Theory]
    [InlineData("dotnet_diagnostic.ECTX1002.severity = error")]
    [InlineData("dotnet_diagnostic.ECTX1002.severity = warning")]
    [InlineData("dotnet_analyzer_diagnostic.category-ExplicitContext.AmbientAccess.severity = error")]
    [InlineData("dotnet_analyzer_diagnostic.severity = warning")]
    public async Task SeverityThatTheUserSets_DoesNotMakeRecordedDebtBreakTheBuild(string setting)
    {
        var project = EngineProject.With("class C { int M() => Engine.Current.Seed + Engine.Current.Seed; }") with { EditorConfig = $"[*.cs]\n{setting}\n" };
        var run = await BaselineRun.OfAsync(project, Read);

        Assert.Empty(run.Recorded);
        Assert.True(Assert.Single(run.New).Severity >= DiagnosticSeverity.Warning);
        Assert.Empty(run.Stale);
        Assert.Single((await BaselineRun.OfAsync(project with { GlobalConfig = "explicit_context.show_recorded = true\n" }, Read)).Recorded);
    }

    [Theory]
    [InlineData("dotnet_diagnostic.ECTX1002.severity = suggestion")]
    [InlineData("dotnet_diagnostic.ECTX1002.severity = silent")]
    [InlineData("dotnet_diagnostic.ECTX1001.severity = error")]
    public async Task HarmlessSeverityThatTheUserSets_LeavesRecordedDebtVisible(string setting)
    {
        var run = await BaselineRun.OfAsync(EngineProject.With("class C { int M() => Engine.Current.Seed; }") with { EditorConfig = $"[*.cs]\n{setting}\n" }, Read);

        Assert.Single(run.Recorded);
    }

    [Fact]
    public async Task SuppressedFindings_CountAsFound()
    {
        var run = await BaselineRun.OfAsync(
            EngineProject.With("class C { int M() =>\n#pragma warning disable ECTX1002\nEngine.Current.Seed;\n}"), Read);

        Assert.Empty(run.New);
        Assert.Empty(run.Recorded);
        Assert.Empty(run.Stale);
    }

    [Theory]
    [InlineData("#pragma warning disable ECTX1002\nEngine.Current.Seed +\n#pragma warning restore ECTX1002\nEngine.Current.Seed", 0)]
    [InlineData("#pragma warning disable\nEngine.Current.Seed +\n#pragma warning restore\nEngine.Current.Seed", 0)]
    [InlineData("#pragma warning disable CS0168, ECTX1002\nEngine.Current.Seed +\n#pragma warning restore\nEngine.Current.Seed", 0)]
    [InlineData("#pragma warning disable ECTX1001\nEngine.Current.Seed +\n#pragma warning restore ECTX1001\nEngine.Current.Seed", 1)]
    [InlineData("#pragma warning disable ECTX1002\nEngine.Current.Seed +\n#pragma warning restore ECTX1002\nEngine.Current.Seed + Engine.Current.Seed", 1)]
    [InlineData("\n#if NEVER\n#pragma warning disable ECTX1002\n#endif\nEngine.Current.Seed + Engine.Current.Seed", 1)]
    public async Task FindingThatAPragmaSuppresses_UsesUpNoRecord(string expression, int grown)
    {
        var run = await BaselineRun.OfAsync(EngineProject.With($"class C {{ int M() =>\n{expression};\n}}"), Read);

        Assert.Equal(grown, run.New.Count());
        Assert.Single(run.Recorded);
        Assert.Empty(run.Stale);
    }

    [Fact]
    public async Task OneThreadOrMany_AndAnyOrderOfFiles_GiveTheSameResult()
    {
        var sources = Enumerable.Range(0, 12).Select(i => new CSharpSource($"partial class C {{ int M{i}() => Engine.Current.Seed + Engine.Current.Seed; }}", $"F{i}.cs")).ToList();
        var baseline = string.Concat(Enumerable.Range(0, 12).Select(i => $"ECTX1002 M:C.M{i} P:Engine.Current{(i % 3 == 0 ? " 2" : i % 3 == 1 ? " 5" : "")}\n"));
        var random = new Random(7);
        var expected = (List<string>?)null;
        for (var round = 0; round < 10; round++)
        {
            var run = await BaselineRun.OfAsync(new TestProject([.. sources.OrderBy(_ => random.Next()), new CSharpSource(EngineProject.World, "World.cs")]), baseline);
            var said = run.New.Concat(run.Recorded).Concat(run.Stale).Select(diagnostic => diagnostic.ToString()).Order(StringComparer.Ordinal).ToList();
            Assert.Equal(expected ??= said, said);
        }

        Assert.Equal(4 + 20 + 4, expected!.Count);
    }

    [Fact]
    public async Task OneDocumentAlone_ShowsTheSame()
    {
        var project = BaselineRun.With(EngineProject.With("class C { int M() => Engine.Current.Seed + Engine.Current.Seed; static int n; void N() => n++; }"), Read + "\nECTX1004 F:C.n\n").ToProject();
        var compilation = (await project.GetCompilationAsync())!;
        var withAnalyzers = Microsoft.CodeAnalysis.Diagnostics.DiagnosticAnalyzerExtensions.WithAnalyzers(compilation, BaselineRun.Analyzers, project.AnalyzerOptions);

        var shown = await withAnalyzers.GetAnalyzerSemanticDiagnosticsAsync(compilation.GetSemanticModel(compilation.SyntaxTrees.First()), filterSpan: null, CancellationToken.None);

        Assert.Equal([("ECTX1002", DiagnosticSeverity.Info), ("ECTX1002", DiagnosticSeverity.Error), ("ECTX1004", DiagnosticSeverity.Info)], shown.OrderBy(diagnostic => diagnostic.Location.SourceSpan.Start).Select(diagnostic => (diagnostic.Id, diagnostic.Severity)));
    }

    private static string LineOf(Diagnostic diagnostic) =>
        diagnostic.Location.SourceTree!.GetText().Lines[diagnostic.Location.GetLineSpan().StartLinePosition.Line].ToString();
}
