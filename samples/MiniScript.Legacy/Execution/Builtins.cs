using System.Globalization;

namespace MiniScript;

/// <summary>The functions that every script finds.</summary>
internal static class Builtins
{
    private static readonly Lazy<Dictionary<string, Builtin>> Library = new(() => Create().ToDictionary(builtin => builtin.Name));

    public static void Install(Scope globals)
    {
        foreach (var (name, builtin) in Library.Value)
            globals.Declare(name, ScriptValue.Wrap(builtin));
    }

    private static IEnumerable<Builtin> Create() =>
    [
        new("print", Function.Variadic, arguments =>
        {
            Display.WriteLine(arguments);
            return ScriptValue.Nil;
        }),
        new("import", 1, arguments => Loader.Instance.Import(arguments[0].ToText())),
        new("type", 1, arguments => ScriptValue.Of(Errors.Name(arguments[0].Kind))),
        new("str", 1, arguments => ScriptValue.Of(Display.Text(arguments[0]))),
        new("num", 1, arguments => Number(arguments[0].ToText())),
        new("len", 1, arguments => ScriptValue.Of(Length(arguments[0]))),
        new("push", 2, arguments =>
        {
            arguments[0].ToItems().Add(arguments[1]);
            return arguments[0];
        }),
        new("pop", 1, arguments => Pop(arguments[0].ToItems())),
        new("range", 2, arguments => Range(arguments[0].ToNumber(), arguments[1].ToNumber())),
        new("map", 2, arguments => Map(arguments[0], arguments[1].ToFunction())),
        new("join", 2, arguments => ScriptValue.Of(Join(arguments[0], arguments[1].ToText()))),
        new("sqrt", 1, arguments => ScriptValue.Of(Math.Sqrt(arguments[0].ToNumber()))),
        new("floor", 1, arguments => ScriptValue.Of(Math.Floor(arguments[0].ToNumber()))),
        new("round", 2, arguments => ScriptValue.Of(Round(arguments[0].ToNumber(), arguments[1].ToNumber()))),
        new("fail", 1, arguments => throw new ScriptException(Display.Text(arguments[0]))),
    ];

    private static ScriptValue Number(string text)
        => double.TryParse(text, NumberStyles.Float, Engine.Current.Options.Culture, out var number)
            ? ScriptValue.Of(number)
            : ScriptValue.Nil;

    private static double Length(ScriptValue value)
        => value.Kind == ScriptKind.Text ? value.ToText().Length : value.ToItems().Count;

    private static ScriptValue Pop(List<ScriptValue> items)
    {
        if (items.Count == 0)
            throw new ScriptException("the list is empty");
        var last = items[^1];
        items.RemoveAt(items.Count - 1);
        return last;
    }

    private static ScriptValue Range(double start, double end)
    {
        if (end - start > Engine.Current.Options.RangeLimit)
            throw new ScriptException($"the range has more than {Engine.Current.Options.RangeLimit} numbers");
        var items = new List<ScriptValue>();
        for (var number = start; number < end; number++)
            items.Add(ScriptValue.Of(number));
        return ScriptValue.Wrap(items);
    }

    private static ScriptValue Map(ScriptValue sequence, Function function)
        => ScriptValue.Wrap(Iteration.Of(sequence).Select(item => function.Call([item])).ToList());

    private static string Join(ScriptValue sequence, string separator)
        => string.Join(separator, Iteration.Of(sequence).Select(Display.Text));

    private static double Round(double number, double digits)
        => digits is >= 0 and <= 15
            ? Math.Round(number, (int)digits)
            : throw new ScriptException($"cannot round to {Display.Text(ScriptValue.Of(digits))} digits");
}
