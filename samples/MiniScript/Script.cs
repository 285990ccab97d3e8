namespace MiniScript;

/// <summary>Shortcuts for hosts that need no engine of their own.</summary>
public static partial class Script
{
    /// <summary>Evaluates one expression in the current engine.</summary>
    [ContextEntry(Ambient = "Engine.Current")]
    public static partial ScriptValue Evaluate(string expression);

    /// <summary>Writes a line where the current engine's <c>print</c> writes.</summary>
    [ContextEntry(Ambient = "Engine.Current")]
    public static partial void Print(params ScriptValue[] values);

    internal static ScriptValue Evaluate(Engine engine, string expression) => engine.Run($"return {expression};", "expression");

    internal static void Print(Engine engine, ScriptValue[] values) => engine.Print(values);
}
