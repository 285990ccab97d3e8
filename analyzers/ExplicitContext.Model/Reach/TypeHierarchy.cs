namespace ExplicitContext.Model.Reach;

/// <summary>Answers whether an object can be of two types at once, as far as the types in sight tell.</summary>
internal sealed class TypeHierarchy
{
    private readonly Dictionary<string, HashSet<string>> subtypes = new(StringComparer.Ordinal);
    private readonly Dictionary<(string, string), bool> meetings = [];
    private readonly HashSet<string> entered = new(StringComparer.Ordinal);

    /// <summary>Enters a type. A type with several parts may be entered several times.</summary>
    public void Add(TypeBases type)
    {
        entered.Add(type.TypeKey);
        SubtypesOf(type.TypeKey).Add(type.TypeKey);
        foreach (var above in type.BaseKeys)
        {
            SubtypesOf(above).Add(type.TypeKey);
        }
    }

    /// <summary>Whether a type in sight is, or derives from, both of two types.</summary>
    public bool Meet(string one, string other)
    {
        if (one == other)
        {
            return true;
        }

        var pair = string.CompareOrdinal(one, other) < 0 ? (one, other) : (other, one);
        if (!meetings.TryGetValue(pair, out var meet))
        {
            meetings.Add(pair, meet = SetsOf(one).Any(first => SetsOf(other).Any(first.Overlaps)));
        }

        return meet;
    }

    /// <summary>Whether a type derives from what a receiver is known to be. A type that was never entered might.</summary>
    public bool MayBeBelow(string? type, string receiver) =>
        type is null || !entered.Contains(type) || (type != TypeKeys.DefinitionOf(receiver) && SetsOf(receiver).Any(subtypes => subtypes.Contains(type)));

    private IEnumerable<HashSet<string>> SetsOf(string key)
    {
        if (subtypes.TryGetValue(key, out var known))
        {
            yield return known;
        }

        if (TypeKeys.AnyOf(key) is { } any && subtypes.TryGetValue(any, out var open))
        {
            yield return open;
        }
    }

    private HashSet<string> SubtypesOf(string key)
    {
        if (!subtypes.TryGetValue(key, out var set))
        {
            subtypes.Add(key, set = new(StringComparer.Ordinal));
        }

        return set;
    }
}
