using System.Globalization;

namespace ExplicitContext.Runtime;

/// <summary>The identity of an interpreter within its runtime: 0 is the main interpreter, and no number is ever used twice.</summary>
/// <remarks>Source: PEP 734, <c>Interpreter.id</c>; CPython <c>PyInterpreterState.id</c> in <c>pycore_interp_structs.h</c>.</remarks>
/// <param name="value">The number, from 0.</param>
/// <exception cref="ArgumentOutOfRangeException"><paramref name="value"/> is negative.</exception>
public readonly struct InterpreterId(long value) : IEquatable<InterpreterId>, IComparable<InterpreterId>
{
    /// <summary>The id of every runtime's main interpreter.</summary>
    public static InterpreterId Main => default;

    /// <summary>The number, from 0.</summary>
    public long Value { get; } = value >= 0
        ? value
        : throw new ArgumentOutOfRangeException(nameof(value), value, "An interpreter's id is 0 (the main interpreter) or positive.");

    /// <summary>Whether two ids are the same.</summary>
    public static bool operator ==(InterpreterId left, InterpreterId right) => left.Equals(right);

    /// <summary>Whether two ids differ.</summary>
    public static bool operator !=(InterpreterId left, InterpreterId right) => !left.Equals(right);

    /// <inheritdoc/>
    public bool Equals(InterpreterId other) => Value == other.Value;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is InterpreterId other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => Value.GetHashCode();

    /// <summary>Orders by age: the older interpreter has the smaller id.</summary>
    /// <param name="other">The id to compare with.</param>
    /// <returns>Less than, equal to or more than 0.</returns>
    public int CompareTo(InterpreterId other) => Value.CompareTo(other.Value);

    /// <summary>The number in invariant culture.</summary>
    /// <returns>Digits only.</returns>
    public override string ToString() => Value.ToString(CultureInfo.InvariantCulture);
}
