namespace ExplicitContext.Model.Reach;

/// <summary>All members that reach one ambient accessor.</summary>
public sealed class ReachResult(IReadOnlyDictionary<string, Reached> reached)
{
    /// <summary>The members by key, direct readers included.</summary>
    public IReadOnlyDictionary<string, Reached> Members { get; } = reached;

    /// <summary>A shortest chain from a member to the direct reader at its end, both included.</summary>
    public IReadOnlyList<MemberSummary> ChainFrom(string key)
    {
        var chain = new List<MemberSummary>();
        for (string? at = key; at is not null && Members.TryGetValue(at, out var reached); at = reached.NextKey)
        {
            chain.Add(reached.Member);
        }

        return chain;
    }

    /// <summary>The longest of the shortest chains; of equally long ones, the first by name.</summary>
    public IReadOnlyList<MemberSummary> LongestChain() =>
        Members.Values.OrderByDescending(reached => reached.Distance).ThenBy(reached => reached.Member.Key, StringComparer.Ordinal).FirstOrDefault() is { } deepest
            ? ChainFrom(deepest.Member.Key)
            : [];
}
