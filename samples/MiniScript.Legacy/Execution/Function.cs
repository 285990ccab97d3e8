namespace MiniScript;

internal abstract class Function(string name, int arity)
{
    /// <summary>An arity that takes any number of arguments.</summary>
    public const int Variadic = -1;

    public string Name => name;

    protected abstract string ScriptName { get; }

    public ScriptValue Call(ScriptValue[] arguments)
    {
        Limits.CheckStack();
        if (arity != Variadic && arguments.Length != arity)
            throw Errors.WrongArity(name, arity, arguments.Length);

        CallStack.Push(name, ScriptName);
        try
        {
            Profile.Count(name);
            return Invoke(arguments);
        }
        finally
        {
            CallStack.Pop();
        }
    }

    protected abstract ScriptValue Invoke(ScriptValue[] arguments);
}
