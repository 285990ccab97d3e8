namespace MiniScript;

/// <summary>One open call.</summary>
internal sealed class Frame(string functionName, string scriptName)
{
    public string FunctionName => functionName;

    public string ScriptName => scriptName;

    /// <summary>The line that the call is executing; in a builtin, that of its caller.</summary>
    public int Line { get; set; }

    public ScriptValue Result { get; set; }
}
