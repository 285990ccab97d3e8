using System.Text.Json.Nodes;
using ExplicitContext.Migration.Analysis;
using ExplicitContext.Model.Baseline;
using ExplicitContext.Tool.Reporting.Sarif;
using Microsoft.CodeAnalysis;

namespace ExplicitContext.Tool.Tests.Reporting;

/// <summary>What becomes of a finding, without a solution around it.</summary>
public sealed class SarifWriterTests
{
    private static readonly string Root = Path.GetTempPath();

    [Fact]
    public void Chain_BecomesACodeFlow()
    {
        var finding = Finding(10) with
        {
            RuleId = "ECTX1003",
            Chain = new(
            [
                new(new("M:Game.A.B", "Game.A.B()", "function"), Place("src/A.cs", 3)),
                new(new("M:Lib.C.D", "Lib.C.D()", "function"), null),
                new(new("P:Game.Engine.Current", "Game.Engine.Current", "member"), Place("src/Engine.cs", 4)),
            ]),
        };

        var result = Result(finding);

        var steps = Assert.Single(Assert.Single(result["codeFlows"]!.AsArray())!["threadFlows"]!.AsArray())!["locations"]!.AsArray().Select(step => step!["location"]!).ToList();
        Assert.Equal(["The chain begins here.", "Game.A.B()", "Lib.C.D()", "Game.Engine.Current is ambient."], steps.Select(step => (string?)step["message"]!["text"]));
        Assert.Equal([10, 3, null, 4], steps.Select(step => (int?)step["physicalLocation"]?["region"]!["startLine"]));
        Assert.Equal(["M:Game.M", "M:Game.A.B", "M:Lib.C.D", "P:Game.Engine.Current"], steps.Select(step => (string?)step["logicalLocations"]![0]!["decoratedName"]));
        Assert.Null(result["relatedLocations"]);
    }

    [Fact]
    public void OtherPlaces_BecomeRelatedLocations()
    {
        var result = Result(Finding(10) with { Related = new([Place("src/B.cs", 7), Place("src/C.cs", 8)]) });

        Assert.Equal([(1, 7), (2, 8)], result["relatedLocations"]!.AsArray().Select(place => ((int)place!["id"]!, (int)place["physicalLocation"]!["region"]!["startLine"]!)));
        Assert.Null(result["codeFlows"]);
    }

    [Fact]
    public void WithoutABaseline_NothingIsCompared() => Assert.Null(Result(Finding(1))["baselineState"]);

    [Theory]
    [InlineData(DiagnosticSeverity.Error, "error")]
    [InlineData(DiagnosticSeverity.Warning, "warning")]
    [InlineData(DiagnosticSeverity.Info, "note")]
    [InlineData(DiagnosticSeverity.Hidden, "none")]
    public void Severity_HasItsLevel(DiagnosticSeverity severity, string level) => Assert.Equal(level, (string?)Result(Finding(1) with { Severity = severity })["level"]);

    [Fact]
    public void FileOutsideTheRepository_HasAUriOfItsOwn()
    {
        var file = Result(Finding(1) with { Place = new(Path.GetFullPath("/elsewhere/a b.cs"), 1, 1, 1, 2) })["locations"]![0]!["physicalLocation"]!["artifactLocation"]!;

        Assert.Equal(("file:///elsewhere/a%20b.cs", null), ((string?)file["uri"], (string?)file["uriBaseId"]));
    }

    [Fact]
    public void Problem_MeansThatTheRunWasNotSuccessful()
    {
        var invocation = JsonNode.Parse(SarifWriter.Write(new(Root, default, 0, new(["Game.csproj: the project does not compile."]), 0)))!["runs"]![0]!["invocations"]![0]!;

        Assert.False((bool)invocation["executionSuccessful"]!);
        Assert.Equal("Game.csproj: the project does not compile.", (string?)invocation["toolExecutionNotifications"]![0]!["message"]!["text"]);
    }

    [Fact]
    public void NothingFound_IsARunWithoutResults()
    {
        var log = JsonNode.Parse(SarifWriter.Write(new(Root, default, 0, default, 0)))!;

        Assert.Empty(SarifSchema.Faults(log));
        Assert.Empty(log["runs"]![0]!["results"]!.AsArray());
    }

    private static CodePlace Place(string file, int line) => new(Path.Combine(Root, file), line, 1, line, 5);

    private static CodeFinding Finding(int line) => new(
        "ECTX1002", DiagnosticSeverity.Error, "A message.", Place("src/Game.cs", line), new("ECTX1002", "M:Game.M", "P:Game.Engine.Current"), new("M:Game.M", "Game.M()", "function"), false, null, default, default);

    private static JsonNode Result(CodeFinding finding)
    {
        var scope = new BaselineScope(Path.Combine(Root, BaselineFile.Name), "Game", null, new([finding]), Debt.Of([finding.Key!]), Debt.Of([finding.Key!]));
        var log = JsonNode.Parse(SarifWriter.Write(new(Root, new([scope]), 1, default, 0)))!;
        Assert.Empty(SarifSchema.Faults(log));
        return Assert.Single(log["runs"]![0]!["results"]!.AsArray())!;
    }
}
