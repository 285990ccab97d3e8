using System.Text.Json.Nodes;

namespace ExplicitContext.Tool.Tests.Reporting;

/// <summary>The SARIF report of a solution.</summary>
public sealed class SarifTests(ReportedSolution solution) : IClassFixture<ReportedSolution>
{
    private JsonNode OnlyRun => Assert.Single(solution.Log["runs"]!.AsArray())!;

    [Fact]
    public void Log_KeepsTheSchemaOfSarif()
    {
        Assert.Empty(SarifSchema.Faults(solution.Log));
        Assert.Empty(SarifSchema.Faults(solution.Moved));
    }

    [Fact]
    public void Schema_FindsFaults() => Assert.Equal(
        ["$.version is required", "$.runs[0].tool is required", "$.runs[0].results[0].message is required", "$.runs[0].results[0].level is \"info\", not =none|note|warning|error", "$.runs[0].results[0].lines is no property of it"],
        SarifSchema.Faults(JsonNode.Parse("""{ "runs": [{ "results": [{ "level": "info", "lines": 1 }] }] }""")!));

    [Fact]
    public void Solution_IsOneRun_WhateverTheNumberOfProjects()
    {
        Assert.True((bool)OnlyRun["invocations"]![0]!["executionSuccessful"]!);
        Assert.Equal("explicit-context", (string?)OnlyRun["tool"]!["driver"]!["name"]);
        Assert.Equal(ExitCode.Findings, solution.Run.ExitCode);
        Assert.Matches(@"^Wrote .*first\.sarif: \d+ findings; 2 projects, 3 compilations; \d+\.\d s\n$", solution.Run.Output);
    }

    [Fact]
    public void Uris_AreRelativeToTheRepository_AndEscaped()
    {
        var files = solution.Results.Select(result => result["locations"]![0]!["physicalLocation"]!["artifactLocation"]!).ToList();

        Assert.All(files, file => Assert.Equal("SRCROOT", (string?)file["uriBaseId"]));
        Assert.Equal(["src/Game/ExplicitContext.Baseline.txt", "src/Game/Shapes.cs", "src/Shared%20code/Gr%C3%B6%C3%9Fe.cs"], files.Select(file => (string?)file["uri"]).Distinct().Where(uri => !uri!.Contains("Engine", StringComparison.Ordinal)));
        Assert.True(OnlyRun["originalUriBaseIds"]!.AsObject().ContainsKey("SRCROOT"));
        Assert.DoesNotContain(Path.GetTempPath(), solution.Text);
    }

    [Fact]
    public void PlacesThatSeveralFrameworksOrProjectsCompile_AreReportedOnce() => Assert.Distinct(
        solution.Results.Select(result => (string)result["ruleId"]! + result["locations"]![0]!["physicalLocation"]!.ToJsonString()));

    [Fact]
    public void LinkedFile_IsReportedOnce() => Assert.Single(solution.In("M:Game.Größe.Maß"));

    [Fact]
    public void RecordedFinding_IsUnchanged_AndTheSurplusIsNew()
    {
        var area = solution.In("M:Game.Shapes.Area");

        Assert.Equal([("note", "unchanged"), ("error", "new")], area.Select(result => ((string)result["level"]!, (string)result["baselineState"]!)));
        Assert.All(solution.Results, result => Assert.NotNull(result["baselineState"]));
    }

    [Theory]
    [InlineData("M:Game.Shapes.Callback", "Deep in a callback.")]
    [InlineData("M:Game.Shapes.Quiet", null)]
    public void SuppressedFinding_IsThere_WithItsJustification(string member, string? justification)
    {
        var suppression = Assert.Single(Assert.Single(solution.In(member))["suppressions"]!.AsArray())!;

        Assert.Equal(("inSource", justification), ((string?)suppression["kind"], (string?)suppression["justification"]));
    }

    [Fact]
    public void FindingThatIsNotSuppressed_SaysSo() => Assert.All(solution.In("M:Game.Shapes.Area"), result => Assert.Empty(result["suppressions"]!.AsArray()));

    [Theory]
    [InlineData("M:Game.Shapes.Area", "Game.Shapes.Area()", "function")]
    [InlineData("F:Game.Shapes.counter", "Game.Shapes.counter", "member")]
    [InlineData("M:Game.Shapes.Nested.get_P", "Game.Shapes.Nested.P.get", "function")]
    public void LogicalLocation_NamesTheMember(string member, string name, string kind)
    {
        var logical = solution.In(member)[0]["locations"]![0]!["logicalLocations"]![0]!;

        Assert.Equal((name, kind), ((string?)logical["fullyQualifiedName"], (string?)logical["kind"]));
    }

    [Fact]
    public void Fingerprints_TellFindingsApart()
    {
        var prints = solution.Results.Select(result => (string?)result["partialFingerprints"]?["explicitContext/v1"]).OfType<string>().ToList();

        Assert.Distinct(prints);
        Assert.Contains("Game ECTX1002 M:Game.Shapes.Area P:Game.Engine.Current #2", prints);
    }

    [Fact]
    public void Fingerprints_StayWhenLinesMove()
    {
        static IEnumerable<string?> Prints(JsonNode log) => log["runs"]![0]!["results"]!.AsArray().Select(result => (string?)result!["partialFingerprints"]?["explicitContext/v1"]);

        Assert.Equal(Prints(solution.Log), Prints(solution.Moved));
        Assert.NotEqual(solution.Log["runs"]![0]!["results"]!.ToJsonString(), solution.Moved["runs"]![0]!["results"]!.ToJsonString());
    }

    [Fact]
    public void Rules_HaveTheirTextsHelpAndLevel_AndResultsPointAtThem()
    {
        var rules = OnlyRun["tool"]!["driver"]!["rules"]!.AsArray();

        Assert.Equal(rules.Select(rule => (string)rule!["id"]!).Order(StringComparer.Ordinal), rules.Select(rule => (string)rule!["id"]!));
        Assert.All(rules, rule => Assert.EndsWith($"/docs/rules/{rule!["id"]}.md", (string?)rule["helpUri"]));
        Assert.All(rules, rule => Assert.NotEqual("", (string?)rule!["fullDescription"]!["text"]));
        Assert.All(solution.Results, result => Assert.Equal((string?)result["ruleId"], (string?)rules[(int)result["ruleIndex"]!]!["id"]));
        Assert.Equal("error", (string?)rules.Single(rule => (string?)rule!["id"] == "ECTX1002")!["defaultConfiguration"]!["level"]);
    }

    [Fact]
    public void CallThatReachesTheAmbient_HasItsChainAsCodeFlow()
    {
        var reaching = Assert.Single(solution.In("M:Game.Shapes.Caller"));

        var steps = reaching["codeFlows"]![0]!["threadFlows"]![0]!["locations"]!.AsArray().Select(step => step!["location"]!).ToList();
        Assert.Equal("ECTX1003", (string?)reaching["ruleId"]);
        Assert.Equal(["M:Game.Shapes.Caller", "M:Game.Shapes.Deep", "P:Game.Engine.Current"], steps.Select(step => (string?)step["logicalLocations"]![0]!["decoratedName"]));
        Assert.Equal(["src/Game/Shapes.cs", "src/Game/Shapes.cs", "src/Shared%20code/Engine.cs"], steps.Select(step => (string?)step["physicalLocation"]!["artifactLocation"]!["uri"]));
    }

    [Fact]
    public void StaleEntry_IsAResultInTheBaseline()
    {
        var stale = Assert.Single(solution.Results, result => (string?)result["ruleId"] == "ECTX0004");

        Assert.Equal(2, (int)stale["locations"]![0]!["physicalLocation"]!["region"]!["startLine"]!);
        Assert.Contains("'M:Game.Shapes.Gone' is recorded once", (string?)stale["message"]!["text"]);
    }

    [Fact]
    public void Level_IsThatOfTheFinding() => Assert.Equal("warning", (string?)solution.In("F:Game.Shapes.counter")[0]["level"]);

    [Fact]
    public void Order_IsThatOfFilesAndPlaces() => Assert.Equal(
        solution.Results.OrderBy(Uri, StringComparer.Ordinal).ThenBy(Line).ThenBy(Column).Select(result => result.ToJsonString()),
        solution.Results.Select(result => result.ToJsonString()));

    [Fact]
    public void Text_HasLineFeedsAlone_AndEndsWithOne()
    {
        Assert.DoesNotContain('\r', solution.Text);
        Assert.EndsWith("}\n", solution.Text);
    }

    private static string Uri(JsonNode result) => (string)result["locations"]![0]!["physicalLocation"]!["artifactLocation"]!["uri"]!;

    private static int Line(JsonNode result) => (int)result["locations"]![0]!["physicalLocation"]!["region"]!["startLine"]!;

    private static int Column(JsonNode result) => (int)result["locations"]![0]!["physicalLocation"]!["region"]!["startColumn"]!;
}
