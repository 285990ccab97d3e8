using System.Globalization;

namespace ExplicitContext.Runtime;

/// <summary>The identity of a queue within its runtime: from 1 in the order of creation, and no number is ever used twice.</summary>
/// <remarks>Source: PEP 734, <c>Queue.id</c>.</remarks>
public readonly record struct QueueId
{
    /// <summary>Names a queue by its number.</summary>
    /// <param name="value">The number, from 1.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="value"/> is not positive.</exception>
    public QueueId(long value) =>
        Value = value > 0 ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "A queue's id is positive.");

    /// <summary>The number; 0 only in the default value, which is the id of no queue.</summary>
    public long Value { get; }

    /// <summary>The number in invariant culture.</summary>
    /// <returns>Digits only.</returns>
    public override string ToString() => Value.ToString(CultureInfo.InvariantCulture);
}
