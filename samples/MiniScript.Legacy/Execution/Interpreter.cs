namespace MiniScript;

internal static class Interpreter
{
    /// <summary>Runs a script in the globals of the current engine.</summary>
    public static ScriptValue Run(string source, string scriptName)
    {
        var outer = CurrentScript.Name;
        CurrentScript.Name = scriptName;
        try
        {
            var script = ScriptCache.Parse(source);
            CallStack.Push("script", scriptName);
            try
            {
                script.RunIn(Scope.Global);
                return CallStack.Result;
            }
            finally
            {
                CallStack.Pop();
            }
        }
        finally
        {
            CurrentScript.Name = outer;
        }
    }
}
