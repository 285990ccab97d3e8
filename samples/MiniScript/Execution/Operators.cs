namespace MiniScript;

internal static class Operators
{
    public static ScriptValue Add(ThreadState tstate, ScriptValue left, ScriptValue right)
    {
        if (left.Kind == ScriptKind.Number && right.Kind == ScriptKind.Number)
            return ScriptValue.Of(left.ToNumber(tstate) + right.ToNumber(tstate));
        if (left.Kind == ScriptKind.Text || right.Kind == ScriptKind.Text)
            return ScriptValue.Of(Display.Text(tstate, left) + Display.Text(tstate, right));
        if (left.Kind == ScriptKind.List && right.Kind == ScriptKind.List)
            return ScriptValue.Wrap([.. left.ToItems(tstate), .. right.ToItems(tstate)]);
        throw Errors.NoOperator(tstate, "+", left, right);
    }

    public static ScriptValue Divide(ThreadState tstate, ScriptValue left, ScriptValue right)
        => ScriptValue.Of(left.ToNumber(tstate) / NotZero(tstate, right));

    public static ScriptValue Remainder(ThreadState tstate, ScriptValue left, ScriptValue right)
        => ScriptValue.Of(left.ToNumber(tstate) % NotZero(tstate, right));

    public static int Compare(ThreadState tstate, ScriptValue left, ScriptValue right) => (left.Kind, right.Kind) switch
    {
        (ScriptKind.Number, ScriptKind.Number) => left.ToNumber(tstate).CompareTo(right.ToNumber(tstate)),
        (ScriptKind.Text, ScriptKind.Text) => string.CompareOrdinal(left.ToText(tstate), right.ToText(tstate)),
        _ => throw Errors.NoOrder(tstate, left, right),
    };

    /// <summary>A position in a sequence; negative ones count from its end.</summary>
    public static int Index(ThreadState tstate, ScriptValue position, int count)
    {
        var number = position.ToNumber(tstate);
        var index = number < 0 ? number + count : number;
        return index >= 0 && index < count && index == Math.Floor(index)
            ? (int)index
            : throw new ScriptException(tstate, $"there is no element {Display.Text(tstate, position)} in a sequence of {count}");
    }

    private static double NotZero(ThreadState tstate, ScriptValue divisor)
        => divisor.ToNumber(tstate) is var number && number != 0 ? number : throw new ScriptException(tstate, "division by zero");
}
