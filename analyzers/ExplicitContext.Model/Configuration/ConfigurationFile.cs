namespace ExplicitContext.Model.Configuration;

/// <summary>One <c>ExplicitContext*.txt</c>: its path, and its text as it stands.</summary>
/// <param name="Path">Where the file is, for messages.</param>
/// <param name="Text">The whole text.</param>
public sealed record ConfigurationFile(string Path, string Text)
{
    /// <summary>Tells from its path whether an additional file is ours: <c>ExplicitContext.txt</c>, <c>ExplicitContext.Http.txt</c>, …</summary>
    public static bool IsMatch(string path)
    {
        var name = System.IO.Path.GetFileName(path);
        return name.StartsWith("ExplicitContext", StringComparison.OrdinalIgnoreCase)
            && name.EndsWith(".txt", StringComparison.OrdinalIgnoreCase)
            && !name.StartsWith("ExplicitContext.Baseline", StringComparison.OrdinalIgnoreCase);
    }
}
