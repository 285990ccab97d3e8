namespace MiniScript;

/// <summary>Brings in the text of scripts.</summary>
internal sealed class Loader
{
    private readonly Dictionary<string, string> sources = [];
    private readonly HashSet<string> imported = [];

    /// <summary>Runs a script of the import folder, once.</summary>
    public ScriptValue Import(ThreadState tstate, string fileName)
    {
        var path = Path.GetFullPath(fileName, Path.GetFullPath(tstate.Interp.EngineState().Options.ImportPath));
        var source = Open(tstate, path);
        return imported.Add(path) ? Interpreter.Run(tstate, source, fileName) : ScriptValue.Nil;
    }

    /// <summary>Reads to the end, or to the limit that the options set.</summary>
    public static async Task<string> ReadAsync(
        EngineOptions options, TextReader source, string scriptName, CancellationToken cancellationToken)
    {
        var text = await source.ReadToEndAsync(cancellationToken);
        var limit = options.SourceLimit;
        return text.Length <= limit
            ? text
            : throw new ScriptException($"the script has {text.Length} characters, more than {limit}", new Place(scriptName, 1, []));
    }

    private string Open(ThreadState tstate, string path)
    {
        if (sources.TryGetValue(path, out var source))
            return source;
        try
        {
            using (tstate.AllowThreads())
                source = File.ReadAllText(path);
            return sources[path] = source;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new ScriptException(tstate, $"cannot import {Path.GetFileName(path)}: {e.Message}");
        }
    }
}
