namespace Samples.Tests;

/// <summary>A script that both samples run, and what it prints: its error report included, where it ends in one.</summary>
public sealed record ScriptFile(string Name)
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "scripts");

    public static IEnumerable<ScriptFile> All
        => Directory.GetFiles(Folder, "*.mini").Order(StringComparer.Ordinal).Select(path => new ScriptFile(Path.GetFileName(path)));

    public string ImportPath => Folder;

    public string Source => File.ReadAllText(Path.Combine(Folder, Name));

    public string Expected => File.ReadAllText(Path.ChangeExtension(Path.Combine(Folder, Name), ".out"));

    public static IHostedEngine CreateEngine(ISample sample, TextWriter output)
        => sample.CreateEngine(new EngineSettings { ImportPath = Folder }, output);

    public string RunIn(ISample sample)
    {
        var output = new StringWriter { NewLine = "\n" };
        using var engine = CreateEngine(sample, output);
        RunIn(engine, output);
        return output.ToString();
    }

    public void RunIn(IHostedEngine engine, TextWriter output)
    {
        try
        {
            engine.Run(Source, Name);
        }
        catch (ScriptFailure failure)
        {
            output.WriteLine(failure.Message);
        }
    }

    public override string ToString() => Name;
}
