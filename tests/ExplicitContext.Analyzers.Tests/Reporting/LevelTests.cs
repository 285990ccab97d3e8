using ExplicitContext.Analyzers.AmbientAccess;
using ExplicitContext.Testing;
using Microsoft.CodeAnalysis;

namespace ExplicitContext.Analyzers.Tests.Reporting;

public sealed class LevelTests
{
    private const string Read = "class C { int M() => {|ECTX1002:Engine.Current|}.Seed; }";

    [Theory]
    [InlineData("inventory", DiagnosticSeverity.Info)]
    [InlineData("warn", DiagnosticSeverity.Warning)]
    [InlineData("enforce", DiagnosticSeverity.Error)]
    [InlineData("Inventory", DiagnosticSeverity.Info)]
    [InlineData("sometimes", DiagnosticSeverity.Error)]
    public Task LevelOfTheFile_SetsTheSeverity(string level, DiagnosticSeverity severity) =>
        Verify(EngineProject.With(Read) with { EditorConfig = $"[*.cs]\nexplicit_context.level = {level}\n" }, severity);

    [Theory]
    [InlineData("inventory", DiagnosticSeverity.Info)]
    [InlineData("warn", DiagnosticSeverity.Warning)]
    [InlineData("enforce", DiagnosticSeverity.Error)]
    [InlineData("", DiagnosticSeverity.Error)]
    public Task LevelOfTheProject_SetsTheSeverity(string level, DiagnosticSeverity severity) =>
        Verify(EngineProject.With(Read).WithBuildProperty("ExplicitContextLevel", level), severity);

    [Fact]
    public Task NoLevel_Enforces() => Verify(EngineProject.With(Read), DiagnosticSeverity.Error);

    [Fact]
    public Task LevelOfTheFile_WinsOverTheProject() => Verify(
        EngineProject.With(Read).WithBuildProperty("ExplicitContextLevel", "enforce") with { EditorConfig = "[*.cs]\nexplicit_context.level = inventory\n" },
        DiagnosticSeverity.Info);

    [Fact]
    public async Task LevelOfAFolder_HoldsThere()
    {
        var diagnostics = await AnalyzerTest<AmbientReadAnalyzer>.DiagnosticsAsync(
            new TestProject(
                new CSharpSource("class C { int M() => Engine.Current.Seed; }", "legacy/C.cs"),
                new CSharpSource("class D { int M() => Engine.Current.Seed; }", "new/D.cs"),
                new CSharpSource(EngineProject.World, "World.cs"))
            {
                EditorConfig = "[legacy/**.cs]\nexplicit_context.level = inventory\n",
            });
        Assert.Equal([DiagnosticSeverity.Info, DiagnosticSeverity.Error], diagnostics.Select(diagnostic => diagnostic.Severity));
    }

    [Theory]
    [InlineData("enforce", "suggestion", DiagnosticSeverity.Info)]
    [InlineData("enforce", "warning", DiagnosticSeverity.Warning)]
    [InlineData("inventory", "error", DiagnosticSeverity.Error)]
    public Task SeverityThatTheUserSets_WinsOverTheLevel(string level, string chosen, DiagnosticSeverity severity) => Verify(
        EngineProject.With(Read) with { EditorConfig = $"[*.cs]\nexplicit_context.level = {level}\ndotnet_diagnostic.ECTX1002.severity = {chosen}\n" },
        severity);

    [Theory]
    [InlineData("class C { int M() => Engine.Current.Seed; }", "none")]
    [InlineData("#pragma warning disable ECTX1002\nclass C { int M() => Engine.Current.Seed; }", "default")]
    [InlineData("class C { [System.Diagnostics.CodeAnalysis.SuppressMessage(\"ExplicitContext.AmbientAccess\", \"ECTX1002\")] int M() => Engine.Current.Seed; }", "default")]
    public Task Suppressed_DoesNotTrigger(string source, string severity) => Verify(
        EngineProject.With(source) with { EditorConfig = $"[*.cs]\ndotnet_diagnostic.ECTX1002.severity = {severity}\n" },
        DiagnosticSeverity.Error);

    private static Task Verify(TestProject project, DiagnosticSeverity severity) => AnalyzerTest<AmbientReadAnalyzer>.VerifyAsync(project, severity);
}
