namespace ExplicitContext.Model.Incremental;

/// <summary>A 64-bit hash that is the same in every process, so that equal inputs have equal keys wherever they are computed.</summary>
/// <param name="value">The hash so far.</param>
public readonly struct Fingerprint(ulong value)
{
    private const ulong Prime = 0x9E3779B97F4A7C15;

    /// <summary>The hash of nothing.</summary>
    public static Fingerprint Empty { get; } = new(0xCBF29CE484222325);

    /// <summary>The hash.</summary>
    public ulong Value { get; } = value;

    /// <summary>The hash of a text.</summary>
    public static ulong Of(string text) => Empty.Add(text).Value;

    /// <summary>Goes on with a text; where one text ends and the next begins counts.</summary>
    public Fingerprint Add(string text)
    {
        var hash = Value;
        foreach (var character in text)
        {
            hash = (hash ^ character) * 0x100000001B3;
        }

        return new Fingerprint(hash).Add((ulong)text.Length);
    }

    /// <summary>Goes on with a number.</summary>
    public Fingerprint Add(ulong number)
    {
        var hash = (Value ^ number) * Prime;
        return new((hash ^ (hash >> 29)) * 0xBF58476D1CE4E5B9);
    }
}
