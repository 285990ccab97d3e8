using System.Text;

namespace MiniScript;

/// <summary>Values as people read them.</summary>
internal static class Display
{
    [ThreadStatic]
    private static StringBuilder? scratch;

    public static void WriteLine(ScriptValue[] values)
        => Engine.Current.Output.WriteLine(string.Join(' ', values.Select(Text)));

    public static string Text(ScriptValue value)
        => value.Kind == ScriptKind.Text ? value.ToText() : Quoted(value);

    /// <summary>As <see cref="Text"/>, but texts are in quotes.</summary>
    public static string Quoted(ScriptValue value) => value.Kind switch
    {
        ScriptKind.Nil => "nil",
        ScriptKind.Boolean => value.IsTrue ? "true" : "false",
        ScriptKind.Number => Number(value.ToNumber()),
        ScriptKind.Text => $"\"{value.ToText()}\"",
        ScriptKind.Function => $"<fn {value.ToFunction().Name}>",
        _ => List(value),
    };

    private static string Number(double number)
        => number.ToString(Engine.Current.Options.NumberFormat, Engine.Current.Options.Culture);

    private static string List(ScriptValue list)
    {
        var text = scratch ??= new StringBuilder();
        text.Clear();
        Append(list, 0);
        return text.ToString();

        void Append(ScriptValue value, int depth)
        {
            if (value.Kind != ScriptKind.List)
            {
                text.Append(Quoted(value));
                return;
            }

            if (depth >= Engine.Current.Options.DisplayDepth)
            {
                text.Append("[...]");
                return;
            }

            text.Append('[');
            var items = value.ToItems();
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
