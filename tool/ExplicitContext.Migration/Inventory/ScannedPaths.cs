using Microsoft.CodeAnalysis;

namespace ExplicitContext.Migration.Inventory;

/// <summary>Writes paths the way an inventory shows them: from the scanned folder, with forward slashes, the same on every machine.</summary>
internal sealed class ScannedPaths(string root)
{
    public string Relative(string path) => Path.IsPathRooted(path) ? Path.GetRelativePath(root, path).Replace('\\', '/') : path.Replace('\\', '/');

    public SourcePlace Place(string path, int lineFromZero) => new(Relative(path), lineFromZero + 1);

    public SourcePlace Place(Location location)
    {
        var span = location.GetLineSpan();
        return Place(span.Path, span.StartLinePosition.Line);
    }
}
