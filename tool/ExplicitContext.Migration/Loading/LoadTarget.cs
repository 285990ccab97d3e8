namespace ExplicitContext.Migration.Loading;

/// <summary>The solution or project file that is handed to MSBuild.</summary>
/// <param name="Path">Full path of the file.</param>
/// <param name="IsSolution">Whether it lists projects rather than being one.</param>
public sealed record LoadTarget(string Path, bool IsSolution)
{
    /// <summary>The folder that holds the file.</summary>
    public string Directory => System.IO.Path.GetDirectoryName(Path)!;
}
