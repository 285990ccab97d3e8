namespace MiniScript;

/// <summary>One object for texts that are equal, so that looking up a name seldom compares characters.</summary>
internal static class StringTable
{
    private static readonly Dictionary<string, string> Interned = [];

    public static string Intern(string text)
    {
        if (Interned.TryGetValue(text, out var known))
            return known;
        Interned.Add(text, text);
        return text;
    }
}
