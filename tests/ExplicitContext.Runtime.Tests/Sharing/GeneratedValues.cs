using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using System.Numerics;

namespace ExplicitContext.Runtime.Tests;

/// <summary>Makes values at random, and knows of each by construction whether it may cross. The same seed makes the same value.</summary>
internal sealed class GeneratedValues(int seed)
{
    private readonly Random random = new(seed);

    public Made Next() => Make(depth: random.Next(5), isCopied: false);

    /// <summary>What can be seen of a value, so that two of them can be compared across a crossing.</summary>
    public static string Describe(object? value) => value switch
    {
        null => "null",
        string text => $"'{text}'",
        SharedBuffer buffer => $"buffer[{buffer.Length}]",
        Movable<int[]> movable => $"moved {Describe(movable.Value)}",
        Reading reading => $"reading {reading.Id} {Describe(reading.Points)}",
        Envelope<object> envelope => $"envelope {Describe(envelope.Payload)}",
        Plain plain => $"plain {Describe(plain.Content)}",
        CopyOnSend<List<object>> copy => $"copy {Describe(copy.Value)}",
        CopyOnSend<object[]> copy => $"copy {Describe(copy.Value)}",
        KeyValuePair<string, object> pair => $"{pair.Key}: {Describe(pair.Value)}",
        System.Runtime.CompilerServices.ITuple tuple => $"({string.Join(", ", Enumerable.Range(0, tuple.Length).Select(i => Describe(tuple[i])))})",
        System.Collections.IEnumerable items => $"{value.GetType().Name} [{string.Join(", ", items.Cast<object?>().Select(Describe))}]",
        _ => string.Create(CultureInfo.InvariantCulture, $"{value.GetType().Name} {value}"),
    };

    private Made Make(int depth, bool isCopied)
    {
        if (depth == 0) return Leaf();
        var a = Make(depth - 1, isCopied);
        var b = Make(random.Next(depth), isCopied);
        var together = new Made((a.Value, b.Value), a.Crosses && b.Crosses, a.IsReplaced || b.IsReplaced, a.Moves || b.Moves);
        var held = together with { Crosses = together.Crosses && !together.IsReplaced };
        var listed = together with { Crosses = together.Crosses && isCopied, IsReplaced = true };
        return random.Next(15) switch
        {
            0 or 1 => together,
            2 => together with { Value = (1, a.Value, "x", b.Value) },
            3 => a with { Value = KeyValuePair.Create("k", a.Value!) },
            4 => a with { Value = new Envelope<object>(1, a.Value!) },
            5 => held with { Value = Tuple.Create(a.Value, b.Value) },
            6 => held with { Value = ImmutableArray.Create(a.Value, b.Value) },
            7 => held with { Value = ImmutableList.Create(a.Value, b.Value) },
            8 => held with { Value = ImmutableDictionary<string, object>.Empty.Add("a", a.Value!).Add("b", b.Value!) },
            9 => held with { Value = new Dictionary<string, object> { ["a"] = a.Value!, ["b"] = b.Value! }.ToFrozenDictionary() },
            10 => held with { Value = new Plain(1, (a.Value, b.Value)) },
            11 => listed with { Value = new List<object> { a.Value!, b.Value! } },
            12 => listed with { Value = new[] { a.Value, b.Value } },
            13 => Copied(depth, (x, y) => Shareable.Copy(new List<object> { x!, y! })),
            _ => Copied(depth, (x, y) => Shareable.Copy(new[] { x!, y! })),
        };
    }

    private Made Copied(int depth, Func<object?, object?, object> wrap)
    {
        var (a, b) = (Make(depth - 1, isCopied: true), Make(random.Next(depth), isCopied: true));
        return new Made(wrap(a.Value, b.Value), a.Crosses && b.Crosses, IsReplaced: true, a.Moves || b.Moves);
    }

    private Made Leaf() => random.Next(24) switch
    {
        0 => Free(null),
        1 => Free(random.Next()),
        2 => Free(random.NextInt64()),
        3 => Free(BigInteger.Pow(random.Next(), 7)),
        4 => Free("text" + random.Next()),
        5 => Free(random.NextDouble()),
        6 => Free((decimal)random.Next() / 7),
        7 => Free((DayOfWeek)random.Next(7)),
        8 => Free(new Guid(random.Next(), 1, 2, 3, 4, 5, 6, 7, 8, 9, 10)),
        9 => Free(DateTime.UnixEpoch.AddSeconds(random.Next())),
        10 => Free(typeof(List<int>)),
        11 => Free(new Settings(random.Next(), null, ["a"])),
        12 => Free(ImmutableArray.Create(random.Next())),
        13 => Free((random.Next(), "a")),
        14 => Free((Func<int, int>)(static x => x + 1)),
        15 => new Made(new Reading(random.Next(), "a", 1, [random.Next()]), Crosses: true, IsReplaced: true, Moves: false),
        16 => new Made(SharedBuffer.Allocate(random.Next(5)), Crosses: true, IsReplaced: true, Moves: false),
        17 => new Made(Shareable.Move(new[] { random.Next() }), Crosses: true, IsReplaced: true, Moves: true),
        18 => Refused(new object()),
        19 => Refused(new MemoryStream()),
        20 => Refused(new Careless()),
        21 => Refused(Task.CompletedTask),
        22 => Refused((Func<int>)(() => seed)),
        _ => Refused(new Doodle("a")),
    };

    private static Made Free(object? value) => new(value, Crosses: true, IsReplaced: false, Moves: false);

    private static Made Refused(object value) => new(value, Crosses: false, IsReplaced: false, Moves: false);

    /// <param name="Value">The value.</param>
    /// <param name="Crosses">Whether it may cross.</param>
    /// <param name="IsReplaced">Whether the receiver gets another object.</param>
    /// <param name="Moves">Whether it can cross only once.</param>
    internal sealed record Made(object? Value, bool Crosses, bool IsReplaced, bool Moves);
}
