namespace MiniScript;

/// <summary>Brings in the text of scripts.</summary>
internal sealed class Loader
{
    private readonly Dictionary<string, string> sources = [];

    private Loader()
    {
    }

    public static Loader Instance { get; } = new();

    /// <summary>Runs a script of the import folder, once for each engine.</summary>
    public ScriptValue Import(string fileName)
    {
        var path = Path.GetFullPath(fileName, Path.GetFullPath(Engine.Current.Options.ImportPath));
        var source = Open(path);
        return Engine.Current.Imported.Add(path) ? Interpreter.Run(source, fileName) : ScriptValue.Nil;
    }

    /// <summary>Reads to the end, or to the limit that the options set.</summary>
    public static async Task<string> ReadAsync(TextReader source, string scriptName)
    {
        var text = await source.ReadToEndAsync(Engine.Current.Cancellation);
        var limit = Engine.Current.Options.SourceLimit;
        return text.Length <= limit
            ? text
            : throw new ScriptException($"the script has {text.Length} characters, more than {limit}", new Place(scriptName, 1, []));
    }

    private string Open(string path)
    {
        if (sources.TryGetValue(path, out var source))
            return source;
        try
        {
            return sources[path] = File.ReadAllText(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new ScriptException($"cannot import {Path.GetFileName(path)}: {e.Message}");
        }
    }
}
