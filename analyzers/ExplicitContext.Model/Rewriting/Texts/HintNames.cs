namespace ExplicitContext.Model.Rewriting.Texts;

/// <summary>
/// The names of generated files, one a source file: its own name, before that as many of its folders as tell it from others, and a hash of its path where nothing does
/// or where the name would be too long for a path.
/// </summary>
internal sealed class HintNames
{
    private const int MaximumLength = 100;
    private readonly HashSet<string> taken = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The name for one more source file.</summary>
    public string For(string path)
    {
        var parts = path.Split(['/', '\\'], StringSplitOptions.RemoveEmptyEntries);
        var name = parts.Length == 0 ? "Source" : Path.GetFileNameWithoutExtension(parts[parts.Length - 1]);
        for (var folder = parts.Length - 2; folder >= 0 && taken.Contains(Hint(name)); folder--)
        {
            name = $"{parts[folder]}.{name}";
        }

        if (name.Length > MaximumLength || taken.Contains(Hint(name)))
        {
            name = $"{name.Substring(Math.Max(0, name.Length - MaximumLength))}.{HashOf(path):x8}";
        }

        var unique = name;
        for (var number = 2; !taken.Add(Hint(unique)); number++)
        {
            unique = $"{name}{number}";
        }

        return Hint(unique);
    }

    private static string Hint(string name) => string.Concat(name.Select(letter => char.IsLetterOrDigit(letter) || letter is '.' or '_' or '-' ? letter : '_')) + ".Context.g.cs";

    /// <summary>FNV-1a: the same on every machine and in every run.</summary>
    private static uint HashOf(string text) => text.Aggregate(2166136261u, (hash, letter) => unchecked((hash ^ letter) * 16777619u));
}
