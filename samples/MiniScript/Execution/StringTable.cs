namespace MiniScript;

/// <summary>One object for texts that are equal, so that looking up a name seldom compares characters.</summary>
internal sealed class StringTable
{
    private readonly Dictionary<string, string> interned = [];

    public string Intern(string text)
    {
        if (interned.TryGetValue(text, out var known))
            return known;
        interned.Add(text, text);
        return text;
    }
}
