using System.Text.Json.Nodes;
using ExplicitContext.Model.Baseline;
using ExplicitContext.Tool.Tests.Baselines;

namespace ExplicitContext.Tool.Tests.Reporting;

/// <summary>A repository with everything that a report has a word for, reported twice: as it is, and with lines moved.</summary>
public sealed class ReportedSolution : IAsyncLifetime
{
    private readonly TempFolder folder = new();

    internal ToolRun Run { get; private set; } = null!;

    /// <summary>The text of the first report.</summary>
    public string Text { get; private set; } = "";

    /// <summary>The first report.</summary>
    public JsonNode Log { get; private set; } = null!;

    /// <summary>The report after lines have been moved and the same has been reported again.</summary>
    public JsonNode Moved { get; private set; } = null!;

    public IReadOnlyList<JsonNode> Results => [.. Log["runs"]![0]!["results"]!.AsArray().Select(result => result!)];

    public async Task InitializeAsync()
    {
        Directory.CreateDirectory(folder.Path(".git"));
        folder.WriteProject("src/Game/Game.csproj", """<ItemGroup><Compile Include="../Shared code/*.cs" /></ItemGroup>""", "<TargetFrameworks>netstandard2.0;net10.0</TargetFrameworks><LangVersion>latest</LangVersion>");
        folder.WriteProject("src/Tools/Tools.csproj", """<ItemGroup><Compile Include="../Shared code/*.cs" /></ItemGroup>""");
        foreach (var project in new[] { "Game", "Tools" })
            folder.Write($"src/{project}/ExplicitContext.txt", GameProject.Configuration);
        folder.Write("src/Shared code/Engine.cs", GameProject.Engine);
        folder.Write("src/Shared code/Größe.cs", "namespace Game;\nstatic class Größe { static int Maß() => Engine.Current.Scale; }\n");
        folder.Write("src/Game/Shapes.cs", """
            namespace Game;
            static class Shapes
            {
                static int Area() => Engine.Current.Scale + Engine.Current.Scale;
                [System.Diagnostics.CodeAnalysis.SuppressMessage("ExplicitContext.AmbientAccess", "ECTX1002", Justification = "Deep in a callback.")]
                static int Callback() => Engine.Current.Scale;
            #pragma warning disable ECTX1002
                static int Quiet() => Engine.Current.Scale;
            #pragma warning restore ECTX1002
                static int counter;
                static int Count() => counter++;
                static int Caller() => Deep();
                static int Deep() => Engine.Current.Scale;
                class Nested { int P { get { return Engine.Current.Scale; } } }
            }
            """);
        folder.Write(".editorconfig", "root = true\n[src/Game/**.cs]\ndotnet_diagnostic.ECTX1004.severity = warning\n");
        folder.Write($"src/Game/{BaselineFile.Name}", "ECTX1002 M:Game.Shapes.Area P:Game.Engine.Current\nECTX1002 M:Game.Shapes.Gone P:Game.Engine.Current\n");
        folder.Write("src/All.slnx", """<Solution><Project Path="Game/Game.csproj" /><Project Path="Tools/Tools.csproj" /></Solution>""");

        var path = folder.Path("first.sarif");
        Run = await ToolRun.Async("report", "--format", "sarif", "-o", path, folder.Path("src"));
        Text = await File.ReadAllTextAsync(path);
        Log = JsonNode.Parse(Text)!;

        folder.Write("src/Game/Shapes.cs", "// moved\n\n\n" + (await File.ReadAllTextAsync(folder.Path("src/Game/Shapes.cs"))).Replace("static int Area() => ", "static int Area() =>\n\n        ", StringComparison.Ordinal));
        Moved = JsonNode.Parse((await ToolRun.Async("report", folder.Path("src"), "--no-restore")).Output)!;
    }

    /// <summary>The results in one member.</summary>
    public IReadOnlyList<JsonNode> In(string member) => [.. Results.Where(result => (string?)result["locations"]![0]!["logicalLocations"]?[0]!["decoratedName"] == member)];

    public Task DisposeAsync()
    {
        folder.Dispose();
        return Task.CompletedTask;
    }
}
