namespace MiniScript;

/// <summary>A value of a script.</summary>
public readonly struct ScriptValue : IEquatable<ScriptValue>
{
    private readonly object? reference;
    private readonly double number;

    private ScriptValue(ScriptKind kind, double number, object? reference)
    {
        Kind = kind;
        this.number = number;
        this.reference = reference;
    }

    public static ScriptValue Nil => default;

    public ScriptKind Kind { get; }

    /// <summary>Whether a condition takes the value as true: all but nil and false.</summary>
    public bool IsTrue => Kind > ScriptKind.Boolean || number != 0;

    public static ScriptValue Of(bool value) => new(ScriptKind.Boolean, value ? 1 : 0, null);

    public static ScriptValue Of(double value) => new(ScriptKind.Number, value, null);

    public static ScriptValue Of(string value) => new(ScriptKind.Text, 0, value);

    public static ScriptValue Of(IEnumerable<ScriptValue> items) => Wrap(items.ToList());

    internal static ScriptValue Wrap(List<ScriptValue> items) => new(ScriptKind.List, 0, items);

    internal static ScriptValue Wrap(Function function) => new(ScriptKind.Function, 0, function);

    /// <exception cref="ScriptException">The value is not a number.</exception>
    [ContextEntry]
    public double ToNumber() => EntryPoint.Call(static (tstate, value) => value.ToNumber(tstate), this);

    /// <exception cref="ScriptException">The value is not a text.</exception>
    [ContextEntry]
    public string ToText() => EntryPoint.Call(static (tstate, value) => value.ToText(tstate), this);

    /// <exception cref="ScriptException">The value is not a list.</exception>
    [ContextEntry]
    public IReadOnlyList<ScriptValue> ToList() => EntryPoint.Call(static (tstate, value) => value.ToItems(tstate), this);

    /// <summary>Calls the value in the current engine.</summary>
    /// <exception cref="ScriptException">The value is not a function, or the function failed.</exception>
    [ContextEntry]
    public ScriptValue Invoke(params ScriptValue[] arguments)
        => EntryPoint.Call(
            static (tstate, call) => call.Function.ToFunction(tstate).Call(tstate, call.Arguments),
            (Function: this, Arguments: arguments));

    /// <summary>The value as the current engine prints it.</summary>
    [ContextEntry]
    public override string ToString() => EntryPoint.Call(Display.Text, this);

    public bool Equals(ScriptValue other)
        => Kind == other.Kind && number.Equals(other.number) && Equals(reference, other.reference);

    public override bool Equals(object? obj) => obj is ScriptValue other && Equals(other);

    public override int GetHashCode() => HashCode.Combine(Kind, number, reference);

    internal double ToNumber(ThreadState tstate)
        => Kind == ScriptKind.Number ? number : throw Errors.Expected(tstate, ScriptKind.Number, this);

    internal string ToText(ThreadState tstate)
        => reference as string ?? throw Errors.Expected(tstate, ScriptKind.Text, this);

    internal List<ScriptValue> ToItems(ThreadState tstate)
        => reference as List<ScriptValue> ?? throw Errors.Expected(tstate, ScriptKind.List, this);

    internal Function ToFunction(ThreadState tstate)
        => reference as Function ?? throw Errors.Expected(tstate, ScriptKind.Function, this);
}
