namespace MiniScript;

internal static class Interpreter
{
    /// <summary>Runs a script in the globals of the engine.</summary>
    public static ScriptValue Run(ThreadState tstate, string source, string scriptName)
    {
        var engine = tstate.Interp.EngineState();
        var script = engine.Scripts.Parse(tstate, source, scriptName);
        var calls = tstate.CallStack();
        calls.Push("script", scriptName);
        try
        {
            script.RunIn(tstate, engine.Globals);
            return calls.Result;
        }
        finally
        {
            calls.Pop();
        }
    }
}
