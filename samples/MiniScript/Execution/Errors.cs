namespace MiniScript;

/// <summary>The wording of errors that have more than one place of origin.</summary>
internal static class Errors
{
    public static ScriptException Syntax(ThreadState tstate, string scriptName, int line, string message)
        => new(message, tstate.CallStack().Here with { ScriptName = scriptName, Line = line });

    public static ScriptException Expected(ThreadState tstate, ScriptKind kind, ScriptValue actual)
        => new(tstate, $"expected a {Name(kind)}, found {Describe(tstate, actual)}");

    public static ScriptException Undeclared(ThreadState tstate, string name) => new(tstate, $"'{name}' was never declared");

    public static ScriptException WrongArity(ThreadState tstate, string function, int expected, int actual)
        => new(tstate, $"{function} takes {expected} {(expected == 1 ? "argument" : "arguments")}, not {actual}");

    public static ScriptException NoOperator(ThreadState tstate, string symbol, ScriptValue left, ScriptValue right)
        => new(tstate, $"cannot apply '{symbol}' to {Describe(tstate, left)} and {Describe(tstate, right)}");

    public static ScriptException NoOrder(ThreadState tstate, ScriptValue left, ScriptValue right)
        => new(tstate, $"cannot compare {Describe(tstate, left)} with {Describe(tstate, right)}");

    public static string Name(ScriptKind kind) => kind.ToString().ToLowerInvariant();

    private static string Describe(ThreadState tstate, ScriptValue value)
        => value.Kind == ScriptKind.Nil ? "nil" : $"the {Name(value.Kind)} {Display.Quoted(tstate, value)}";
}
