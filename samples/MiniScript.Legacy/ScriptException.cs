namespace MiniScript;

/// <summary>A script could not be parsed, or failed.</summary>
public sealed class ScriptException : Exception
{
    /// <summary>An error at the line that the current engine is executing. Host functions throw this.</summary>
    public ScriptException(string message) : this(message, CallStack.ScriptName, CallStack.Line)
    {
    }

    internal ScriptException(string message, string scriptName, int line) : base(message)
    {
        ScriptName = scriptName;
        Line = line;
        Frames = CallStack.Capture();
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
