using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using ExplicitContext.Tool.Consoles;

namespace ExplicitContext.Tool.Tests;

public sealed partial class ScanTests(LegacyProject project) : IClassFixture<LegacyProject>
{
    [Fact]
    public async Task AmbientAccessor_IsShownWithItsCounts()
    {
        var run = await ScanAsync();

        // Sites: the read in Scaled and the write in Reset. By name Area, Unit reach the read; through IShape.Area so does Total.
        Assert.Matches(@"Engine\.Current +2 +1 +0 +2 +4 +5 +4 +2 *\n", run.Output);
        Assert.Equal(ExitCode.Findings, run.ExitCode);
    }

    [Fact]
    public async Task LongestChain_IsShownLinkByLink()
    {
        var run = await ScanAsync();

        Assert.Contains("""
            A longest chain to Engine.Current, 2 calls:
              Drawing.Total  Shapes.cs:13
              Square.Area  Shapes.cs:7
              Square.Scaled  Shapes.cs:8
              Engine.Current

            """, run.Output);
    }

    [Fact]
    public async Task Chains_SaysHowManyAreShown()
    {
        Assert.DoesNotContain("A longest chain", (await ScanAsync("--chains", "0")).Output);
        Assert.Equal(2, Regex.Count((await ScanAsync("--chains", "2")).Output, "A longest chain"));
    }

    [Fact]
    public async Task StaticState_IsShownByClass_WithoutWhatNeverChanges()
    {
        var run = await ScanAsync();

        Assert.Matches(@"Game\.Drawing *\n +Cache : Dictionary<string, int> +readonly of a mutable type +cache +Shapes\.cs:12 *\n", run.Output);
        Assert.Matches(@"Game\.Engine *\n +Current : Engine +settable static property +service +Engine\.cs:4 *\n", run.Output);
        Assert.Contains("     1  readonly of a mutable type by declaration, but nothing in it ever changes: not counted", run.Output);
        Assert.DoesNotContain("Powers", run.Output);
    }

    [Fact]
    public async Task LastLine_HasCountsAndTime()
    {
        var run = await ScanAsync();

        Assert.Matches(@"\n1 ambient accessor, 2 sites; 2 static members in 2 types; 1 project, \d+ files; \d+\.\d s\n$", run.Output);
    }

    [Fact]
    public async Task TestProjects_AreLeftOut_UnlessAskedFor()
    {
        var solution = project.Folder.Path("All");
        var without = await ToolRun.Async("scan", solution, "--ambient", LegacyProject.Accessor);
        var with = await ToolRun.Async("scan", solution, "--ambient", LegacyProject.Accessor, "--include-tests");

        Assert.Contains("Skipped ../Tests/Game.Tests.csproj: a test project, not counted without --include-tests", without.Output);
        Assert.Contains("1 ambient accessor, 2 sites", without.Output);
        Assert.Contains("1 ambient accessor, 3 sites", with.Output);
        Assert.DoesNotContain("Skipped", with.Output);
    }

    [Fact]
    public async Task NothingAmbientAndNothingStatic_IsClean()
    {
        using var folder = new TempFolder();
        folder.WriteProject("App.csproj");
        folder.Write("C.cs", "class C { static int Twice(int x) => 2 * x; }");

        var run = await ToolRun.Async("scan", folder.Root);

        Assert.Equal(ExitCode.Clean, run.ExitCode);
        Assert.StartsWith("No ambient accessor is declared.", run.Output);
    }

    [Fact]
    public async Task NoAccessorDeclared_NamesACandidate()
    {
        var run = await ToolRun.Async("scan", project.Folder.Path("Game.csproj"));

        Assert.StartsWith("No ambient accessor is declared. Declare one, for instance with --ambient \"", run.Output);
        Assert.Equal(ExitCode.Findings, run.ExitCode);
    }

    [Theory]
    [InlineData("beside", "")]
    [InlineData("additional", """<ItemGroup><AdditionalFiles Include="config/ExplicitContext.Game.txt" /></ItemGroup>""")]
    [InlineData("named", "")]
    public async Task ConfigurationFile_IsFound(string where, string body)
    {
        using var folder = new TempFolder();
        folder.WriteProject("App.csproj", body);
        folder.Write("C.cs", "static class C { public static int X => 1; static int Use() => X; }");
        var config = folder.Write(where == "beside" ? "ExplicitContext.txt" : "config/ExplicitContext.Game.txt", "P:C.X # the one\n");

        var run = where == "named" ? await ToolRun.Async("scan", folder.Root, "--config", config) : await ToolRun.Async("scan", folder.Root);

        Assert.Contains("1 ambient accessor, 1 site;", run.Output);
        Assert.Equal("", Problems(run));
    }

    [Fact]
    public async Task Suppressions_ListsThoseThatSuppressNothing()
    {
        using var folder = new TempFolder();
        folder.WriteProject("App.csproj");
        folder.Write("C.cs", """
            static class C
            {
            #pragma warning disable ECTX1004 // needed
                static int count;
            #pragma warning restore ECTX1004
            #pragma warning disable ECTX1002
                [System.Diagnostics.CodeAnalysis.SuppressMessage("x", "ECTX1004")]
                const int X = 1;
                static int Next() => ++count;
            }
            """);

        var run = await ToolRun.Async("scan", folder.Root, "--suppressions");

        Assert.Contains("C.cs:6: the pragma suppresses no finding of ECTX1002 any more: remove it\nC.cs:7: the attribute suppresses no finding of ECTX1004 any more: remove it\n", run.Output);
        Assert.Equal(ExitCode.Findings, run.ExitCode);
        Assert.DoesNotContain("any more", (await ToolRun.Async("scan", folder.Root)).Output);
    }

    [Fact]
    public async Task Json_IsAllThereIsOnStandardOutput_AndKeepsItsSchema()
    {
        var run = await ScanAsync("--json");

        var document = JsonNode.Parse(run.Output)!;
        Assert.Equal(ExitCode.Findings, run.ExitCode);
        Assert.True((long)document["inventory"]!["timings"]!["total"]! > 0);
        document["inventory"]!.AsObject().Remove("timings");
        document["inventory"]!["projects"]![0]!.AsObject().Remove("files");
        Assert.Equal(await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "scan.json")), document.ToJsonString(new() { WriteIndented = true, NewLine = "\n", Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }) + "\n");
    }

    [Fact]
    public async Task Output_GoesToTheFile()
    {
        using var folder = new TempFolder();
        var path = folder.Path("scan.json");

        var run = await ScanAsync("--json", "--output", path);

        Assert.Equal("", run.Output);
        Assert.NotNull(JsonNode.Parse(await File.ReadAllTextAsync(path)));
    }

    [Fact]
    public async Task RedirectedRun_WritesPlainLines_AndProgressToStandardError()
    {
        var run = await ScanAsync();

        Assert.DoesNotContain(run.Output + run.Error, character => char.IsControl(character) && character is not ('\n' or '\r'));
        Assert.Contains("Reading projects\n", run.Error.ReplaceLineEndings("\n"));
        Assert.Single(FollowingCalls().Matches(run.Error));
    }

    [Fact]
    public async Task Terminal_ShowsABar()
    {
        var run = await ToolRun.On(TerminalKind.Monochrome, "scan", project.Folder.Path("Game.csproj"));

        Assert.Contains('\e', run.Error);
        Assert.DoesNotMatch(@"\e\[[\d;]*\b(3\d|9\d|38;\d)[\d;]*m", run.Error + run.Output);
    }

    private Task<ToolRun> ScanAsync(params string[] options) =>
        ToolRun.Async(["scan", project.Folder.Path("Game.csproj"), "--ambient", LegacyProject.Accessor, .. options]);

    private static string Problems(ToolRun run) => string.Concat(run.Error.Split('\n').Where(line => line.Contains(": ", StringComparison.Ordinal)));

    [GeneratedRegex("Following calls")]
    private static partial Regex FollowingCalls();
}
