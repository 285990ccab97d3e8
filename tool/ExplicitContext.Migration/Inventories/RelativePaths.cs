namespace ExplicitContext.Migration.Inventories;

/// <summary>Writes paths relative to the scanned folder, with forward slashes; what lies elsewhere keeps its full path.</summary>
internal sealed class RelativePaths(string root)
{
    public string Of(string path)
    {
        var relative = Path.GetRelativePath(root, path).Replace('\\', '/');
        return relative.StartsWith("../../..", StringComparison.Ordinal) ? path.Replace('\\', '/') : relative;
    }
}
