namespace ExplicitContext.Tool.Tests;

/// <summary>Folders of the work tree that the tests were built in.</summary>
internal static class RepositoryFolders
{
    /// <summary>The folder that holds Toolkit.sln.</summary>
    public static string Root
    {
        get
        {
            var folder = AppContext.BaseDirectory;
            while (!File.Exists(Path.Combine(folder, "Toolkit.sln")))
                folder = Path.GetDirectoryName(folder) ?? throw new DirectoryNotFoundException($"No folder above {AppContext.BaseDirectory} holds Toolkit.sln.");
            return folder;
        }
    }

    /// <summary>What the package ExplicitContext brings to a build.</summary>
    public static string BuildTransitive => Path.Combine(Root, "runtime", "ExplicitContext.Annotations", "buildTransitive");
}
