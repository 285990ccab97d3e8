namespace ExplicitContext.Tool.Tests.Baselines;

/// <summary>The verbs on one project: what they print, what they write, what they exit with.</summary>
public sealed class BaselineCommandTests(GameProject project) : IClassFixture<GameProject>
{
    private const string Read = "ECTX1002 M:Game.Shapes.Area P:Game.Engine.Current";
    private const string Dirty = "static class Shapes { static int Area() => Engine.Current.Scale; }";
    private const string Clean = "static class Shapes { static int Area(Engine engine) => engine.Scale; }";

    [Fact]
    public async Task Create_RecordsAllThereIs_SortedWithLineFeeds()
    {
        project.Hold("static class Shapes { static int counter; static int Area() => Engine.Current.Scale + Engine.Current.Scale; static void Count() => counter++; static int Area(Engine engine) => Engine.Current.Scale + engine.Scale; }");

        var run = await project.RunAsync("create");

        Assert.Equal(
            "ECTX1001 M:Game.Shapes.Area(Game.Engine) P:Game.Engine.Current\nECTX1002 M:Game.Shapes.Area P:Game.Engine.Current 2\nECTX1004 F:Game.Shapes.counter\n",
            project.Baseline);
        Assert.NotEqual(0xEF, File.ReadAllBytes(project.BaselinePath)[0]);
        Assert.Equal(ExitCode.Clean, run.ExitCode);
        Assert.Contains("Wrote ExplicitContext.Baseline.txt: 4 findings\n", run.Output);
        Assert.Matches(@"\n4 findings recorded; 1 project, 1 compilation; \d+\.\d s\n$", run.Output);
    }

    [Fact]
    public async Task Create_AfterCreate_ChangesNothing_AndCheckIsClean()
    {
        await project.Hold(Dirty).RunAsync("create");
        var written = File.GetLastWriteTimeUtc(project.BaselinePath);

        var again = await project.RunAsync("create");
        var check = await project.RunAsync("check");

        Assert.Equal(written, File.GetLastWriteTimeUtc(project.BaselinePath));
        Assert.DoesNotContain("Changed", again.Output);
        Assert.Equal(ExitCode.Clean, check.ExitCode);
        Assert.Matches(@"^0 new, 0 stale, 1 recorded; 1 project, 1 compilation; \d+\.\d s\n$", check.Output);
    }

    [Fact]
    public async Task Create_WithoutDebt_WritesNoFile()
    {
        var run = await project.Hold(Clean).RunAsync("create");

        Assert.Null(project.Baseline);
        Assert.Equal(ExitCode.Clean, run.ExitCode);
    }

    [Fact]
    public async Task Create_RefusesToGrow_UnlessToldTo()
    {
        const string Grown = "static class Shapes { static int Area() => Engine.Current.Scale; static int More() => Engine.Current.Scale; }";

        var refused = await project.Hold(Grown, Read + "\n").RunAsync("create");

        Assert.Equal(Read + "\n", project.Baseline);
        Assert.Equal(ExitCode.Findings, refused.ExitCode);
        Assert.Contains("ExplicitContext.Baseline.txt would grow:\n  ECTX1002 M:Game.Shapes.More P:Game.Engine.Current\n", refused.Output);
        Assert.Contains("--allow-growth", refused.Output);
        Assert.EndsWith("Nothing was written.", refused.Error.TrimEnd());

        var allowed = await project.RunAsync("create", "--allow-growth");

        Assert.Equal(ExitCode.Clean, allowed.ExitCode);
        Assert.Equal($"{Read}\nECTX1002 M:Game.Shapes.More P:Game.Engine.Current\n", project.Baseline);
        Assert.Contains("2 findings, 1 more and 0 fewer than before", allowed.Output);
    }

    [Fact]
    public async Task Create_RefusesAHigherCount()
    {
        var refused = await project.Hold("static class Shapes { static int Area() => Engine.Current.Scale + Engine.Current.Scale; }", Read).RunAsync("create");

        Assert.Equal((ExitCode.Findings, Read), (refused.ExitCode, project.Baseline));
        Assert.Contains($"  {Read}\n", refused.Output);
    }

    [Fact]
    public async Task Check_NamesWhatIsNew_WithItsPlaceAndWhatToDo()
    {
        var run = await project.Hold(Dirty).RunAsync("check");

        Assert.Equal(ExitCode.Findings, run.ExitCode);
        Assert.StartsWith("New:\n  Shapes.cs:2:44  ECTX1002  'Engine.Current' is ambient", run.Output);
        Assert.Contains("baseline create --allow-growth", run.Output);
        Assert.Null(project.Baseline);
    }

    [Fact]
    public async Task Check_FindsGrowthInADirtyMember()
    {
        var run = await project.Hold("static class Shapes { static int Area() => Engine.Current.Scale + Engine.Current.Scale; }", Read).RunAsync("check");

        Assert.Equal(ExitCode.Findings, run.ExitCode);
        Assert.Contains("  Shapes.cs:2:67  ECTX1002", run.Output);
        Assert.Contains("1 new, 0 stale, 1 recorded", run.Output);
    }

    [Theory]
    [InlineData(Clean, "", "recorded once, no longer found")]
    [InlineData(Dirty, " 3", "recorded 3 times, found once")]
    [InlineData("static class Renamed { }", "", "recorded once, no longer found")]
    public async Task Check_NamesWhatIsStale_AndPruneMendsIt(string source, string count, string part)
    {
        var check = await project.Hold(source, $"\n{Read}{count}\n").RunAsync("check");

        Assert.Equal(ExitCode.Findings, check.ExitCode);
        Assert.Contains($"Stale:\n  ExplicitContext.Baseline.txt:2  {Read}: {part}\n", check.Output);
        Assert.Contains("baseline prune", check.Output);

        Assert.Equal(ExitCode.Clean, (await project.RunAsync("prune")).ExitCode);
        Assert.Equal(ExitCode.Clean, (await project.RunAsync("check")).ExitCode);
        Assert.Equal(source == Dirty ? Read + "\n" : "", project.Baseline);
    }

    [Fact]
    public async Task Prune_NeverAdds()
    {
        project.Hold("static class Shapes { static int Area() => Engine.Current.Scale + Engine.Current.Scale; static int New() => Engine.Current.Scale; }", Read + "\nECTX1002 M:Game.Shapes.Old P:Game.Engine.Current\n");

        var run = await project.RunAsync("prune");

        Assert.Equal((ExitCode.Clean, Read + "\n"), (run.ExitCode, project.Baseline));
        Assert.Contains("Changed ExplicitContext.Baseline.txt: 1 finding, 0 more and 1 fewer than before\n", run.Output);
    }

    [Fact]
    public async Task RenamedMember_IsOneNewAndOneStale()
    {
        var run = await project.Hold("static class Shapes { static int Surface() => Engine.Current.Scale; }", Read).RunAsync("check");

        Assert.Contains("1 new, 1 stale, 1 recorded", run.Output);
    }

    [Fact]
    public async Task BaselineWithOtherLineEnds_IsRead()
    {
        var run = await project.Hold(Dirty, Read + "\r\n").RunAsync("check");

        Assert.Equal(ExitCode.Clean, run.ExitCode);
    }

    [Theory]
    [InlineData("check")]
    [InlineData("prune")]
    [InlineData("create")]
    public async Task LineThatDoesNotParse_IsAnError_AndNothingIsWritten(string verb)
    {
        var text = $"<<<<<<< HEAD\n{Read}\n";

        var run = await project.Hold(Clean, text).RunAsync(verb);

        Assert.Equal((ExitCode.Error, text), (run.ExitCode, project.Baseline));
        Assert.Contains("ExplicitContext.Baseline.txt:1: A merge was left unfinished here.", run.Error);
    }

    [Fact]
    public async Task Create_WithGrowthAllowed_ReplacesLinesThatDoNotParse()
    {
        var run = await project.Hold(Dirty, "nonsense\n").RunAsync("create", "--allow-growth");

        Assert.Equal((ExitCode.Clean, Read + "\n"), (run.ExitCode, project.Baseline));
    }

    [Theory]
    [InlineData("check")]
    [InlineData("prune")]
    [InlineData("create")]
    public async Task ProjectThatDoesNotCompile_IsAnError_AndNothingIsWritten(string verb)
    {
        var run = await project.Hold("static class Shapes { static int Area() => Engine.Curent.Scale; }", Read).RunAsync(verb);

        Assert.Equal((ExitCode.Error, Read), (run.ExitCode, project.Baseline));
        Assert.Contains("Game.csproj: the project does not compile, so findings are missing. First: Shapes.cs:2: CS0117", run.Error);
    }

    [Fact]
    public async Task FindingAtInventory_IsCountedAndNotNew_AndCreateRecordsIt()
    {
        var check = await project.Hold(Dirty, editorConfig: "explicit_context.level = inventory").RunAsync("check");

        Assert.Equal(ExitCode.Clean, check.ExitCode);
        Assert.Contains("0 new, 0 stale, 1 at inventory, 0 recorded", check.Output);
        await project.RunAsync("create");
        Assert.Equal(Read + "\n", project.Baseline);
    }

    [Theory]
    [InlineData("dotnet_diagnostic.ECTX1002.severity = error")]
    [InlineData("dotnet_analyzer_diagnostic.category-ExplicitContext.AmbientAccess.severity = error")]
    public async Task SeverityThatTheUserSets_LeavesRecordedDebtRecorded(string setting)
    {
        var check = await project.Hold(Dirty, Read, setting).RunAsync("check");

        Assert.Equal(ExitCode.Clean, check.ExitCode);
        Assert.Contains("0 new, 0 stale, 1 recorded", check.Output);
    }

    [Fact]
    public async Task SuppressedFinding_IsNeitherNewNorRecorded_AndKeepsItsRecord()
    {
        const string Suppressed = "static class Shapes { [System.Diagnostics.CodeAnalysis.SuppressMessage(\"ExplicitContext.AmbientAccess\", \"ECTX1002\")] static int Area() => Engine.Current.Scale; }";

        Assert.Equal(ExitCode.Clean, (await project.Hold(Suppressed).RunAsync("check")).ExitCode);
        await project.RunAsync("create");
        Assert.Null(project.Baseline);
        Assert.Equal(ExitCode.Clean, (await project.Hold(Suppressed, Read).RunAsync("check")).ExitCode);
    }

    [Theory]
    [InlineData("Required command was not provided. See `explicit-context baseline --help`.", "baseline")]
    [InlineData("'--frobnicate' is not an option of check. See `explicit-context baseline check --help`.", "baseline", "check", "--frobnicate")]
    [InlineData("no such file or folder", "baseline", "check", "/no/such/folder")]
    [InlineData("no such file or folder", "baseline", "create", "/no/such/folder")]
    [InlineData("'html' is no format that can be written. Write --format sarif. See `explicit-context report --help`.", "report", "--format", "html")]
    [InlineData("no such file or folder", "report", "/no/such/folder")]
    [InlineData("the baseline cannot be read", "baseline", "merge", "/no/such", "/no/such", "/no/such")]
    public async Task WrongCommandLine_IsOneMessage(string part, params string[] arguments)
    {
        var run = await ToolRun.Async(arguments);

        Assert.Equal((ExitCode.Error, ""), (run.ExitCode, run.Output));
        Assert.Contains(part, Assert.Single(run.Error.TrimEnd().Split('\n')));
    }
}
