namespace MiniScript;

internal static class Operators
{
    public static ScriptValue Add(ScriptValue left, ScriptValue right)
    {
        if (left.Kind == ScriptKind.Number && right.Kind == ScriptKind.Number)
            return ScriptValue.Of(left.ToNumber() + right.ToNumber());
        if (left.Kind == ScriptKind.Text || right.Kind == ScriptKind.Text)
            return ScriptValue.Of(Display.Text(left) + Display.Text(right));
        if (left.Kind == ScriptKind.List && right.Kind == ScriptKind.List)
            return ScriptValue.Wrap([.. left.ToItems(), .. right.ToItems()]);
        throw Errors.NoOperator("+", left, right);
    }

    public static ScriptValue Divide(ScriptValue left, ScriptValue right)
        => ScriptValue.Of(left.ToNumber() / NotZero(right));

    public static ScriptValue Remainder(ScriptValue left, ScriptValue right)
        => ScriptValue.Of(left.ToNumber() % NotZero(right));

    public static int Compare(ScriptValue left, ScriptValue right) => (left.Kind, right.Kind) switch
    {
        (ScriptKind.Number, ScriptKind.Number) => left.ToNumber().CompareTo(right.ToNumber()),
        (ScriptKind.Text, ScriptKind.Text) => string.CompareOrdinal(left.ToText(), right.ToText()),
        _ => throw Errors.NoOrder(left, right),
    };

    /// <summary>A position in a sequence; negative ones count from its end.</summary>
    public static int Index(ScriptValue position, int count)
    {
        var number = position.ToNumber();
        var index = number < 0 ? number + count : number;
        return index >= 0 && index < count && index == Math.Floor(index)
            ? (int)index
            : throw new ScriptException($"there is no element {Display.Text(position)} in a sequence of {count}");
    }

    private static double NotZero(ScriptValue divisor)
        => divisor.ToNumber() is var number && number != 0 ? number : throw new ScriptException("division by zero");
}
