namespace ExplicitContext.Model.Configuration;

/// <summary>A documentation ID with <c>*</c> in it; each stands for any run of characters.</summary>
internal sealed class EntryPattern(string pattern)
{
    private readonly string[] pieces = pattern.Split('*');

    /// <summary>The namespace or type that everything the pattern can match is inside of; empty for the global namespace.</summary>
    public string Container => ContainerOf(pieces[0]);

    /// <summary>The namespace or type in which an ID, or the beginning of one, looks for the last of its names.</summary>
    public static string ContainerOf(string id)
    {
        var name = id.Substring(2).Split('(')[0];
        var end = name.LastIndexOf('.');
        return end < 0 ? "" : name.Substring(0, end);
    }

    public bool IsMatch(string id)
    {
        if (!id.StartsWith(pieces[0], StringComparison.Ordinal))
        {
            return false;
        }

        var at = pieces[0].Length;
        for (var i = 1; i < pieces.Length - 1; i++)
        {
            var found = id.IndexOf(pieces[i], at, StringComparison.Ordinal);
            if (found < 0)
            {
                return false;
            }

            at = found + pieces[i].Length;
        }

        var last = pieces[pieces.Length - 1];
        return id.Length - at >= last.Length && id.EndsWith(last, StringComparison.Ordinal);
    }
}
