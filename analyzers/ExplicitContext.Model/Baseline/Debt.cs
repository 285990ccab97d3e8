using System.Collections.Immutable;

namespace ExplicitContext.Model.Baseline;

/// <summary>How many findings of each key are recorded, or found. Immutable and equal by value; keys are in ordinal order.</summary>
public sealed class Debt : IEquatable<Debt>
{
    private readonly ImmutableSortedDictionary<BaselineKey, int> counts;

    /// <summary>Adds up counts; those that are not above zero say nothing.</summary>
    public Debt(IEnumerable<KeyValuePair<BaselineKey, int>> counts) => this.counts = counts
        .Where(count => count.Value > 0)
        .GroupBy(count => count.Key, count => count.Value)
        .ToImmutableSortedDictionary(group => group.Key, group => group.Sum());

    /// <summary>No debt at all.</summary>
    public static Debt None { get; } = new([]);

    /// <summary>The keys with their counts, in ordinal order.</summary>
    public IEnumerable<KeyValuePair<BaselineKey, int>> Counts => counts;

    /// <summary>How many findings there are in all.</summary>
    public int Total => counts.Values.Sum();

    /// <summary>How many findings there are of a key.</summary>
    public int this[BaselineKey key] => counts.TryGetValue(key, out var count) ? count : 0;

    /// <summary>One finding for each key, as often as it is there.</summary>
    public static Debt Of(IEnumerable<BaselineKey> findings) => new(findings.Select(key => new KeyValuePair<BaselineKey, int>(key, 1)));

    /// <summary>What several compilations of one project have between them: a finding that all of them have is one.</summary>
    public static Debt Union(IEnumerable<Debt> debts) => debts.Aggregate(None, (all, debt) => all.Combine(debt, Math.Max));

    /// <summary>What is left of a record once what is no longer found is taken out. Nothing is ever added.</summary>
    public Debt PrunedTo(Debt found) => Combine(found, Math.Min);

    /// <summary>What is here and not there.</summary>
    public Debt Minus(Debt other) => Combine(other, (here, there) => here - there);

    /// <summary>
    /// Joins two changes of one record. A count that one side alone has changed is that side's; where both have changed it, the smaller one
    /// holds: a record that is too small is found out by the next build, one that is too big would let new debt in.
    /// </summary>
    public static Debt Merge(Debt @base, Debt ours, Debt theirs) => new(
        from key in ours.counts.Keys.Union(theirs.counts.Keys)
        let before = @base[key]
        let here = ours[key]
        let there = theirs[key]
        select new KeyValuePair<BaselineKey, int>(key, here == before ? there : there == before ? here : Math.Min(here, there)));

    /// <summary>The text of the file: one line a key, in ordinal order, each ended by a line feed.</summary>
    public string Format() => string.Concat(counts.Select(count => BaselineLine.Format(count.Key, count.Value) + "\n"));

    /// <inheritdoc/>
    public bool Equals(Debt? other) => other is not null && counts.SequenceEqual(other.counts);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Debt);

    /// <inheritdoc/>
    public override int GetHashCode() => counts.Aggregate(0, (hash, count) => unchecked((hash * 31) + count.GetHashCode()));

    private Debt Combine(Debt other, Func<int, int, int> combine) => new(
        counts.Keys.Union(other.counts.Keys).Select(key => new KeyValuePair<BaselineKey, int>(key, combine(this[key], other[key]))));
}
