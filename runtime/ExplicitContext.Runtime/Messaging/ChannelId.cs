using System.Globalization;

namespace ExplicitContext.Runtime;

/// <summary>The identity of a channel within its runtime: from 1 in the order of creation, and no number is ever used twice.</summary>
/// <remarks>Source: PEP 554, <c>RecvChannel.id</c>; both ends of a channel have the same.</remarks>
public readonly record struct ChannelId
{
    /// <summary>Names a channel by its number.</summary>
    /// <param name="value">The number, from 1.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="value"/> is not positive.</exception>
    public ChannelId(long value) =>
        Value = value > 0 ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "A channel's id is positive.");

    /// <summary>The number; 0 only in the default value, which is the id of no channel.</summary>
    public long Value { get; }

    /// <summary>The number in invariant culture.</summary>
    /// <returns>Digits only.</returns>
    public override string ToString() => Value.ToString(CultureInfo.InvariantCulture);
}
