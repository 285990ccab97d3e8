namespace ExplicitContext.Model.Configuration;

/// <summary>One <c>ExplicitContext*.txt</c>: its path, and its text as it stands.</summary>
/// <param name="Path">Where the file is, for messages.</param>
/// <param name="Text">The whole text.</param>
public sealed record ConfigurationFile(string Path, string Text)
{
    private const string Folder = "buildTransitive";
    private const string Pack = "ExplicitContext.Pack.";
    private const string Extension = ".txt";

    /// <summary>Tells from its path whether an additional file is ours: <c>ExplicitContext.txt</c>, <c>ExplicitContext.Http.txt</c>, …</summary>
    public static bool IsMatch(string path)
    {
        var name = System.IO.Path.GetFileName(path);
        return name.StartsWith("ExplicitContext", StringComparison.OrdinalIgnoreCase)
            && name.EndsWith(Extension, StringComparison.OrdinalIgnoreCase)
            && !name.StartsWith("ExplicitContext.Baseline", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>
    /// Tells from its path whether a file came with a package: it is called <c>ExplicitContext.Pack.NAME.txt</c>, or lies where packages keep what
    /// they bring to a build, below a folder <c>buildTransitive</c>. The user's own files come after these, and only they are held to naming and
    /// using everything.
    /// </summary>
    public static bool IsPack(string path)
    {
        var folders = path.Split('/', '\\');
        return folders[folders.Length - 1].StartsWith(Pack, StringComparison.OrdinalIgnoreCase)
            || folders.Take(folders.Length - 1).Contains(Folder, StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>The name of the file of a pack.</summary>
    public static string NameOfPack(string pack) => Pack + pack.ToLowerInvariant() + Extension;

    /// <summary>The name by which the pack in a file is switched on.</summary>
    public static string PackIn(string fileName) => fileName.Substring(Pack.Length, fileName.Length - Pack.Length - Extension.Length);

    /// <summary>
    /// The order in which files are read, of which the last word counts: what packages bring, then the user's files from the outermost folder to the innermost.
    /// It does not depend on the order in which a host hands them over.
    /// </summary>
    public static IEnumerable<ConfigurationFile> InOrder(IEnumerable<ConfigurationFile> files) => files
        .OrderBy(file => !IsPack(file.Path))
        .ThenBy(file => IsPack(file.Path) ? 0 : file.Path.Count(character => character is '/' or '\\'))
        .ThenBy(file => file.Path, StringComparer.Ordinal);
}
