namespace MiniScript;

/// <summary>The wording of errors that have more than one place of origin.</summary>
internal static class Errors
{
    public static ScriptException Syntax(int line, string message)
        => new(message, CallStack.Here with { ScriptName = CurrentScript.Name, Line = line });

    public static ScriptException Expected(ScriptKind kind, ScriptValue actual)
        => new($"expected a {Name(kind)}, found {Describe(actual)}");

    public static ScriptException Undeclared(string name) => new($"'{name}' was never declared");

    public static ScriptException WrongArity(string function, int expected, int actual)
        => new($"{function} takes {expected} {(expected == 1 ? "argument" : "arguments")}, not {actual}");

    public static ScriptException NoOperator(string symbol, ScriptValue left, ScriptValue right)
        => new($"cannot apply '{symbol}' to {Describe(left)} and {Describe(right)}");

    public static ScriptException NoOrder(ScriptValue left, ScriptValue right)
        => new($"cannot compare {Describe(left)} with {Describe(right)}");

    public static string Name(ScriptKind kind) => kind.ToString().ToLowerInvariant();

    private static string Describe(ScriptValue value)
        => value.Kind == ScriptKind.Nil ? "nil" : $"the {Name(value.Kind)} {Display.Quoted(value)}";
}
