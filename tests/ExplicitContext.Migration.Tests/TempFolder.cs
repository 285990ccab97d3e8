namespace ExplicitContext.Migration.Tests;

/// <summary>A folder outside the repository, so that no Directory.Build.props of ours reaches in.</summary>
public sealed class TempFolder : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("explicit-context-tests-");

    public string Root => folder.FullName;

    public string Path(string relative) => System.IO.Path.Combine(Root, relative);

    public string Write(string relative, string text)
    {
        var path = Path(relative);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
        return path;
    }

    public string WriteProject(string relative, string body = "", string frameworks = "<TargetFramework>net10.0</TargetFramework>") => Write(relative, $"""
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup>{frameworks}<Nullable>enable</Nullable></PropertyGroup>
          {body}
        </Project>
        """);

    public void Dispose() => folder.Delete(recursive: true);
}
