using ExplicitContext.Model.Configuration;
using ExplicitContext.Testing;

namespace ExplicitContext.Analyzers.Tests.Configuration;

/// <summary>A pack as the package brings it.</summary>
internal sealed record Pack(string Name)
{
    private const string Folder = "packs.";

    public static IEnumerable<string> Names => typeof(Pack).Assembly.GetManifestResourceNames()
        .Where(name => name.StartsWith(Folder, StringComparison.Ordinal))
        .Select(name => ConfigurationFile.PackIn(name[Folder.Length..]));

    public string Text
    {
        get
        {
            using var reader = new StreamReader(typeof(Pack).Assembly.GetManifestResourceStream(Folder + ConfigurationFile.NameOfPack(Name))!);
            return reader.ReadToEnd();
        }
    }

    public ContextConfiguration Configuration => ContextConfiguration.Parse([new ConfigurationFile(ConfigurationFile.NameOfPack(Name), Text)]);

    /// <summary>A project with the pack switched on, and perhaps a file of its own.</summary>
    public TestProject With(string source, string? own = null)
    {
        var project = new TestProject(source);
        project = project with { AdditionalFiles = project.AdditionalFiles.Add(ConfigurationFile.NameOfPack(Name), Text) };
        return own is null ? project : project.WithContextFile(own);
    }
}
