using System.Globalization;

namespace MiniScript;

/// <summary>The functions that every script finds.</summary>
internal static class Builtins
{
    public static void Install(Scope globals)
    {
        foreach (var builtin in Create())
            globals.Declare(builtin.Name, ScriptValue.Wrap(builtin));
    }

    private static IEnumerable<Builtin> Create() =>
    [
        new("print", Function.Variadic, (tstate, arguments) =>
        {
            Display.WriteLine(tstate, arguments);
            return ScriptValue.Nil;
        }),
        new("import", 1, (tstate, arguments) => tstate.Interp.EngineState().Loader.Import(tstate, arguments[0].ToText(tstate))),
        new("type", 1, (_, arguments) => ScriptValue.Of(Errors.Name(arguments[0].Kind))),
        new("str", 1, (tstate, arguments) => ScriptValue.Of(Display.Text(tstate, arguments[0]))),
        new("num", 1, (tstate, arguments) => Number(tstate.Interp, arguments[0].ToText(tstate))),
        new("len", 1, (tstate, arguments) => ScriptValue.Of(Length(tstate, arguments[0]))),
        new("push", 2, (tstate, arguments) =>
        {
            arguments[0].ToItems(tstate).Add(arguments[1]);
            return arguments[0];
        }),
        new("pop", 1, (tstate, arguments) => Pop(tstate, arguments[0].ToItems(tstate))),
        new("range", 2, (tstate, arguments) => Range(tstate, arguments[0].ToNumber(tstate), arguments[1].ToNumber(tstate))),
        new("map", 2, (tstate, arguments) => Map(tstate, arguments[0], arguments[1].ToFunction(tstate))),
        new("join", 2, (tstate, arguments) => ScriptValue.Of(Join(tstate, arguments[0], arguments[1].ToText(tstate)))),
        new("sqrt", 1, (tstate, arguments) => ScriptValue.Of(Math.Sqrt(arguments[0].ToNumber(tstate)))),
        new("floor", 1, (tstate, arguments) => ScriptValue.Of(Math.Floor(arguments[0].ToNumber(tstate)))),
        new("round", 2, (tstate, arguments) => ScriptValue.Of(Round(tstate, arguments[0].ToNumber(tstate), arguments[1].ToNumber(tstate)))),
        new("fail", 1, (tstate, arguments) => throw new ScriptException(tstate, Display.Text(tstate, arguments[0]))),
    ];

    private static ScriptValue Number(InterpreterState interp, string text)
        => double.TryParse(text, NumberStyles.Float, interp.EngineState().Options.Culture, out var number)
            ? ScriptValue.Of(number)
            : ScriptValue.Nil;

    private static double Length(ThreadState tstate, ScriptValue value)
        => value.Kind == ScriptKind.Text ? value.ToText(tstate).Length : value.ToItems(tstate).Count;

    private static ScriptValue Pop(ThreadState tstate, List<ScriptValue> items)
    {
        if (items.Count == 0)
            throw new ScriptException(tstate, "the list is empty");
        var last = items[^1];
        items.RemoveAt(items.Count - 1);
        return last;
    }

    private static ScriptValue Range(ThreadState tstate, double start, double end)
    {
        if (end - start > tstate.Interp.EngineState().Options.RangeLimit)
            throw new ScriptException(tstate, $"the range has more than {tstate.Interp.EngineState().Options.RangeLimit} numbers");
        var items = new List<ScriptValue>();
        for (var number = start; number < end; number++)
            items.Add(ScriptValue.Of(number));
        return ScriptValue.Wrap(items);
    }

    private static ScriptValue Map(ThreadState tstate, ScriptValue sequence, Function function)
        => ScriptValue.Wrap(Iteration.Of(tstate, sequence).Select(item => function.Call(tstate, [item])).ToList());

    private static string Join(ThreadState tstate, ScriptValue sequence, string separator)
        => string.Join(separator, Iteration.Of(tstate, sequence).Select(item => Display.Text(tstate, item)));

    private static double Round(ThreadState tstate, double number, double digits)
        => digits is >= 0 and <= 15
            ? Math.Round(number, (int)digits)
            : throw new ScriptException(tstate, $"cannot round to {Display.Text(tstate, ScriptValue.Of(digits))} digits");
}
