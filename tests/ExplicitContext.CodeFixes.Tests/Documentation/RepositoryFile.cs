using System.Runtime.CompilerServices;

namespace ExplicitContext.CodeFixes.Tests.Documentation;

/// <summary>Files of this repository, found from where this source is.</summary>
internal static class RepositoryFile
{
    public static string Read(string relativePath) => File.ReadAllText(PathOf(relativePath)).ReplaceLineEndings("\n");

    public static string PathOf(string relativePath) => Path.Combine(Root(), relativePath);

    private static string Root([CallerFilePath] string thisFile = "")
    {
        var folder = new DirectoryInfo(Path.GetDirectoryName(thisFile)!);
        while (!File.Exists(Path.Combine(folder.FullName, "Toolkit.sln")))
            folder = folder.Parent ?? throw new InvalidOperationException("Toolkit.sln is not above the test's source.");
        return folder.FullName;
    }
}
