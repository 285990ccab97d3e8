namespace MiniScript;

/// <summary>Scripts that were parsed before.</summary>
internal sealed class ScriptCache
{
    private readonly Dictionary<(string Name, string Source), Block> parsed = [];

    public Block Parse(ThreadState tstate, string source, string scriptName)
    {
        var key = (scriptName, source);
        if (!parsed.TryGetValue(key, out var script))
            parsed.Add(key, script = Parser.Parse(tstate, source, scriptName));
        return script;
    }
}
