namespace MiniScript;

internal abstract class Function(string name, int arity)
{
    /// <summary>An arity that takes any number of arguments.</summary>
    public const int Variadic = -1;

    public string Name => name;

    protected abstract string GetScriptName(ThreadState tstate);

    public ScriptValue Call(ThreadState tstate, ScriptValue[] arguments)
    {
        Limits.CheckStack(tstate);
        if (arity != Variadic && arguments.Length != arity)
            throw Errors.WrongArity(tstate, name, arity, arguments.Length);

        var calls = tstate.CallStack();
        calls.Push(name, GetScriptName(tstate));
        try
        {
            tstate.Interp.EngineState().Profile.Count(name);
            return Invoke(tstate, arguments);
        }
        finally
        {
            calls.Pop();
        }
    }

    protected abstract ScriptValue Invoke(ThreadState tstate, ScriptValue[] arguments);
}
