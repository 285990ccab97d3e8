using ExplicitContext.Model.Baseline;

namespace ExplicitContext.Tool.Tests.Baselines;

/// <summary>Several compilations that have one baseline, and one file that several projects compile.</summary>
public sealed class SharedBaselineTests : IDisposable
{
    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task TargetFrameworks_AreTakenTogether()
    {
        folder.WriteProject("Game.csproj", "<PropertyGroup><LangVersion>latest</LangVersion></PropertyGroup>", "<TargetFrameworks>netstandard2.0;net10.0</TargetFrameworks>");
        WriteGame("""
            namespace Game;
            static class Shapes
            {
            #if NETSTANDARD
                static int Old() => Engine.Current.Scale;
            #else
                static int New() => Engine.Current.Scale;
            #endif
                static int Both() => Engine.Current.Scale;
            }
            """);

        var created = await ToolRun.Async("baseline", "create", folder.Root);

        Assert.Equal((ExitCode.Clean, 3), (created.ExitCode, Baseline().TrimEnd().Split('\n').Length));
        Assert.Contains("3 findings recorded; 1 project, 2 compilations", created.Output);
        var check = await ToolRun.Async("baseline", "check", folder.Root);
        Assert.Equal(ExitCode.Clean, check.ExitCode);

        folder.Write("Shapes.cs", "namespace Game;\nstatic class Shapes\n{\n#if NETSTANDARD\n static int Old() => 1;\n#endif\n static int Both() => Engine.Current.Scale;\n static int More() => Engine.Current.Scale;\n}\n");
        check = await ToolRun.Async("baseline", "check", folder.Root);
        Assert.Contains("1 new, 2 stale, 3 recorded", check.Output);
        Assert.Equal(1, check.Output.Split('\n').Count(line => line.Contains("Shapes.cs:8", StringComparison.Ordinal)));
        await ToolRun.Async("baseline", "prune", folder.Root);
        Assert.Equal("ECTX1002 M:Game.Shapes.Both P:Game.Engine.Current\n", Baseline());
    }

    [Fact]
    public async Task LinkedFile_IsRecordedInEachProject()
    {
        folder.WriteProject("a/A.csproj", """<ItemGroup><Compile Include="../shared/*.cs" /></ItemGroup>""");
        folder.WriteProject("b/B.csproj", """<ItemGroup><Compile Include="../shared/*.cs" /></ItemGroup>""");
        foreach (var project in new[] { "a", "b" }) folder.Write($"{project}/ExplicitContext.txt", GameProject.Configuration);
        folder.Write("shared/Engine.cs", GameProject.Engine);
        folder.Write("shared/Shapes.cs", "namespace Game;\nstatic class Shapes { static int Area() => Engine.Current.Scale; }\n");
        folder.Write("All.slnx", """<Solution><Project Path="a/A.csproj" /><Project Path="b/B.csproj" /></Solution>""");

        var check = await ToolRun.Async("baseline", "check", folder.Root);
        Assert.Contains("1 new, 0 stale, 0 recorded; 2 projects, 2 compilations", check.Output);

        await ToolRun.Async("baseline", "create", folder.Root);
        Assert.All(new[] { "a", "b" }, project => Assert.Equal("ECTX1002 M:Game.Shapes.Area P:Game.Engine.Current\n", Baseline(project)));
        Assert.Equal(ExitCode.Clean, (await ToolRun.Async("baseline", "check", folder.Root)).ExitCode);
    }

    [Fact]
    public async Task ProjectsOfOneFolder_ShareItsBaseline()
    {
        const string Separate = "<PropertyGroup><EnableDefaultCompileItems>false</EnableDefaultCompileItems><BaseIntermediateOutputPath>obj/{0}/</BaseIntermediateOutputPath><MSBuildProjectExtensionsPath>obj/{0}/</MSBuildProjectExtensionsPath></PropertyGroup><ItemGroup><Compile Include=\"Engine.cs;{0}.cs\" /></ItemGroup>";
        foreach (var name in new[] { "One", "Two" })
        {
            folder.WriteProject($"{name}.csproj", Separate.Replace("{0}", name, StringComparison.Ordinal));
            folder.Write($"{name}.cs", $"namespace Game;\nstatic class {name} {{ static int Area() => Engine.Current.Scale; }}\n");
        }

        folder.Write("ExplicitContext.txt", GameProject.Configuration);
        folder.Write("Engine.cs", GameProject.Engine);
        folder.Write("All.slnx", """<Solution><Project Path="One.csproj" /><Project Path="Two.csproj" /></Solution>""");

        var created = await ToolRun.Async("baseline", "create", folder.Root);

        Assert.Equal("", string.Concat(created.Error.Split('\n').Where(line => line.Contains("csproj", StringComparison.Ordinal))));
        Assert.Equal("ECTX1002 M:Game.One.Area P:Game.Engine.Current\nECTX1002 M:Game.Two.Area P:Game.Engine.Current\n", Baseline());
        Assert.Equal(ExitCode.Clean, (await ToolRun.Async("baseline", "check", folder.Root)).ExitCode);
    }

    [Fact]
    public async Task TestProject_IsLookedAtIfItHasABaseline_OrIfAskedFor()
    {
        folder.WriteProject("src/Game.csproj");
        folder.Write("src/Engine.cs", GameProject.Engine);
        folder.WriteProject("tests/Tests.csproj", """<PropertyGroup><IsTestProject>true</IsTestProject></PropertyGroup><ItemGroup><ProjectReference Include="../src/Game.csproj" /></ItemGroup>""");
        folder.Write("tests/Test.cs", "class Test { int Run() => Game.Engine.Current.Scale; }");
        folder.Write("tests/ExplicitContext.txt", GameProject.Configuration);
        folder.Write("All.slnx", """<Solution><Project Path="src/Game.csproj" /><Project Path="tests/Tests.csproj" /></Solution>""");

        Assert.Contains("0 new, 0 stale, 0 recorded; 1 project", (await ToolRun.Async("baseline", "check", folder.Root)).Output);
        Assert.Contains("1 new, 0 stale, 0 recorded; 2 projects", (await ToolRun.Async("baseline", "check", folder.Root, "--include-tests")).Output);
        folder.Write($"tests/{BaselineFile.Name}", "");
        Assert.Contains("1 new, 0 stale, 0 recorded; 2 projects", (await ToolRun.Async("baseline", "check", folder.Root)).Output);
    }

    private void WriteGame(string shapes)
    {
        folder.Write("ExplicitContext.txt", GameProject.Configuration);
        folder.Write("Engine.cs", GameProject.Engine);
        folder.Write("Shapes.cs", shapes);
    }

    private string Baseline(string project = "") => File.ReadAllText(folder.Path(Path.Combine(project, BaselineFile.Name)));
}
