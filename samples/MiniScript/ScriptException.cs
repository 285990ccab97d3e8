namespace MiniScript;

/// <summary>A script could not be parsed, or failed.</summary>
public sealed class ScriptException : Exception
{
    /// <summary>An error at the line that the current engine is executing. Host functions throw this.</summary>
    [ContextEntry]
    public ScriptException(string message)
        : this(message, EntryPoint.Call(static (tstate, _) => tstate.CallStack().Here, 0))
    {
    }

    internal ScriptException(ThreadState tstate, string message) : this(message, tstate.CallStack().Here)
    {
    }

    internal ScriptException(string message, Place place) : base(message)
    {
        ScriptName = place.ScriptName;
        Line = place.Line;
        Frames = place.Frames;
    }

    public string ScriptName { get; }

    /// <summary>The line of the error, counted from 1.</summary>
    public int Line { get; }

    /// <summary>The calls that were open, the innermost first.</summary>
    public IReadOnlyList<string> Frames { get; }

    /// <summary>Place, message and call stack, as a console shows them.</summary>
    public string Report
        => string.Join('\n', [$"{ScriptName}:{Line}: {Message}", .. Frames.Select(frame => $"  {frame}")]);
}
