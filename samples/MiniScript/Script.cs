namespace MiniScript;

/// <summary>Shortcuts for hosts that need no engine of their own.</summary>
public static class Script
{
    /// <summary>Evaluates one expression in the current engine.</summary>
    [ContextEntry]
    public static ScriptValue Evaluate(string expression)
        => EntryPoint.Call(static (tstate, text) => Interpreter.Run(tstate, $"return {text};", "expression"), expression);

    /// <summary>Writes a line where the current engine's <c>print</c> writes.</summary>
    [ContextEntry]
    public static void Print(params ScriptValue[] values) => EntryPoint.Run(Display.WriteLine, values);
}
