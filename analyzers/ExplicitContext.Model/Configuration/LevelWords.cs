namespace ExplicitContext.Model.Configuration;

/// <summary>How a level is written.</summary>
public static class LevelWords
{
    /// <summary>The levels of a folder or a project, as a message lists them.</summary>
    public const string OfPlaces = "'inventory', 'warn' or 'enforce'";

    /// <summary>The level that a folder or a project is given by a word, or null where it is none. Case does not matter.</summary>
    public static Level? ParseForPlace(string word) => word.Trim().ToLowerInvariant() switch
    {
        "inventory" => Level.Inventory,
        "warn" => Level.Warn,
        "enforce" => Level.Enforce,
        _ => null,
    };

    /// <summary>The level that the uses of one accessor are given by a word, or null where it is none.</summary>
    public static Level? ParseForAccessor(string word) =>
        word.Trim().Equals("none", StringComparison.OrdinalIgnoreCase) ? Level.None : ParseForPlace(word);
}
