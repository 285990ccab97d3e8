using System.Globalization;

namespace MiniScript;

/// <summary>Values of scripts as .NET knows them, and back.</summary>
internal static class HostValues
{
    public static ScriptValue FromHost(object? value) => value switch
    {
        null => ScriptValue.Nil,
        bool truth => ScriptValue.Of(truth),
        string text => ScriptValue.Of(text),
        sbyte or byte or short or ushort or int or uint or long or ulong or float or double or decimal
            => ScriptValue.Of(Convert.ToDouble(value, CultureInfo.InvariantCulture)),
        IReadOnlyList<object?> items => ScriptValue.Of(items.Select(FromHost)),
        ScriptValue own => own,
        _ => throw new ArgumentException($"MiniScript has no form for a {value.GetType()}.", nameof(value)),
    };

    /// <summary>Lists and functions belong to their engine: they come as the <see cref="ScriptValue"/> that they are, which cannot cross.</summary>
    public static object? ToHost(ThreadState tstate, ScriptValue value) => value.Kind switch
    {
        ScriptKind.Nil => null,
        ScriptKind.Boolean => value.IsTrue,
        ScriptKind.Number => value.ToNumber(tstate),
        ScriptKind.Text => value.ToText(tstate),
        _ => value,
    };

    public static bool IsBuiltin(ThreadState tstate, ScriptValue value)
        => value.Kind == ScriptKind.Function && value.ToFunction(tstate) is Builtin;
}
