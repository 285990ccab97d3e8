namespace MiniScript;

/// <summary>Shortcuts for hosts that need no engine of their own.</summary>
public static class Script
{
    /// <summary>Evaluates one expression in the current engine.</summary>
    public static ScriptValue Evaluate(string expression) => Engine.Current.Run($"return {expression};", "expression");

    /// <summary>Writes a line where the current engine's <c>print</c> writes.</summary>
    public static void Print(params ScriptValue[] values) => Display.WriteLine(values);
}
