namespace MiniScript;

/// <summary>A function written in C#: one of the library's, or of the host's.</summary>
internal sealed class Builtin(string name, int arity, Func<ThreadState, ScriptValue[], ScriptValue> body) : Function(name, arity)
{
    protected override string GetScriptName(ThreadState tstate) => tstate.CallStack().ScriptName;

    protected override ScriptValue Invoke(ThreadState tstate, ScriptValue[] arguments) => body(tstate, arguments);
}
