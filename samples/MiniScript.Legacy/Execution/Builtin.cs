namespace MiniScript;

/// <summary>A function written in C#: one of the library's, or of the host's.</summary>
internal sealed class Builtin(string name, int arity, Func<ScriptValue[], ScriptValue> body) : Function(name, arity)
{
    protected override string ScriptName => CallStack.ScriptName;

    protected override ScriptValue Invoke(ScriptValue[] arguments) => body(arguments);
}
