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
    public double ToNumber() => Kind == ScriptKind.Number ? number : throw Errors.Expected(ScriptKind.Number, this);

    /// <exception cref="ScriptException">The value is not a text.</exception>
    public string ToText() => reference as string ?? throw Errors.Expected(ScriptKind.Text, this);

    /// <exception cref="ScriptException">The value is not a list.</exception>
    public IReadOnlyList<ScriptValue> ToList() => ToItems();

    /// <summary>Calls the value in the current engine.</summary>
    /// <exception cref="ScriptException">The value is not a function, or the function failed.</exception>
    public ScriptValue Invoke(params ScriptValue[] arguments) => ToFunction().Call(arguments);

    /// <summary>The value as the current engine prints it.</summary>
    public override string ToString() => Display.Text(this);

    public bool Equals(ScriptValue other)
        => Kind == other.Kind && number.Equals(other.number) && Equals(reference, other.reference);

    public override bool Equals(object? obj) => obj is ScriptValue other && Equals(other);

    public override int GetHashCode() => HashCode.Combine(Kind, number, reference);

    internal List<ScriptValue> ToItems()
        => reference as List<ScriptValue> ?? throw Errors.Expected(ScriptKind.List, this);

    internal Function ToFunction() => reference as Function ?? throw Errors.Expected(ScriptKind.Function, this);
}
