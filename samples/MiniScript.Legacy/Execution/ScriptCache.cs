namespace MiniScript;

/// <summary>Scripts that were parsed before.</summary>
internal static class ScriptCache
{
    private static readonly Dictionary<(string Name, string Source), Block> Parsed = [];

    public static Block Parse(string source)
    {
        var key = (CurrentScript.Name, source);
        if (!Parsed.TryGetValue(key, out var script))
            Parsed.Add(key, script = Parser.Parse(source));
        return script;
    }
}
