namespace MiniScript;

/// <summary>Values as people read them.</summary>
internal static class Display
{
    public static void WriteLine(ThreadState tstate, ScriptValue[] values)
        => tstate.Interp.EngineState().Output.WriteLine(string.Join(' ', values.Select(value => Text(tstate, value))));

    public static string Text(ThreadState tstate, ScriptValue value)
        => value.Kind == ScriptKind.Text ? value.ToText(tstate) : Quoted(tstate, value);

    /// <summary>As <see cref="Text"/>, but texts are in quotes.</summary>
    public static string Quoted(ThreadState tstate, ScriptValue value) => value.Kind switch
    {
        ScriptKind.Nil => "nil",
        ScriptKind.Boolean => value.IsTrue ? "true" : "false",
        ScriptKind.Number => Number(tstate.Interp.EngineState().Options, value.ToNumber(tstate)),
        ScriptKind.Text => $"\"{value.ToText(tstate)}\"",
        ScriptKind.Function => $"<fn {value.ToFunction(tstate).Name}>",
        _ => List(tstate, value),
    };

    private static string Number(EngineOptions options, double number) => number.ToString(options.NumberFormat, options.Culture);

    private static string List(ThreadState tstate, ScriptValue list)
    {
        var text = tstate.Execution().Scratch;
        text.Clear();
        Append(list, 0);
        return text.ToString();

        void Append(ScriptValue value, int depth)
        {
            if (value.Kind != ScriptKind.List)
            {
                text.Append(Quoted(tstate, value));
                return;
            }

            if (depth >= tstate.Interp.EngineState().Options.DisplayDepth)
            {
                text.Append("[...]");
                return;
            }

            text.Append('[');
            var items = value.ToItems(tstate);
            for (var i = 0; i < items.Count; i++)
            {
                if (i > 0)
                    text.Append(", ");
                Append(items[i], depth + 1);
            }

            text.Append(']');
        }
    }
}
