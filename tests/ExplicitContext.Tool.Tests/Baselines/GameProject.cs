using ExplicitContext.Model.Baseline;

namespace ExplicitContext.Tool.Tests.Baselines;

/// <summary>A restored project whose sources and baseline each test writes anew.</summary>
public sealed class GameProject : IDisposable
{
    public const string Configuration = "T:Game.Engine; context; parameter=engine\nP:Game.Engine.Current\n";

    public const string Engine = """
        namespace Game;
        public sealed class Engine
        {
            public static Engine Current => Make();
            public int Scale { get; set; } = 1;
            private static Engine Make() => new();
        }
        """;

    public GameProject()
    {
        Folder.WriteProject("Game.csproj");
        Folder.Write("ExplicitContext.txt", Configuration);
        Folder.Write("Engine.cs", Engine);
    }

    public TempFolder Folder { get; } = new();

    public string BaselinePath => Folder.Path(BaselineFile.Name);

    public string? Baseline => File.Exists(BaselinePath) ? File.ReadAllText(BaselinePath) : null;

    /// <summary>Makes the project hold this source, this baseline and this editor configuration, and nothing that an earlier test wrote.</summary>
    public GameProject Hold(string source, string? baseline = null, string? editorConfig = null)
    {
        Folder.Write("Shapes.cs", $"namespace Game;\n{source}\n");
        Put(BaselinePath, baseline);
        Put(Folder.Path(".editorconfig"), editorConfig is null ? null : $"root = true\n[*.cs]\n{editorConfig}\n");
        return this;
    }

    internal Task<ToolRun> RunAsync(params string[] arguments) => ToolRun.Async(["baseline", .. arguments, Folder.Path("Game.csproj")]);

    public void Dispose() => Folder.Dispose();

    private static void Put(string path, string? text)
    {
        if (text is null) File.Delete(path);
        else File.WriteAllText(path, text);
    }
}
