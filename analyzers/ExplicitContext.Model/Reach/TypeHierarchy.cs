namespace ExplicitContext.Model.Reach;

/// <summary>Answers whether an object can be of two types at once, as far as the types in sight tell.</summary>
internal sealed class TypeHierarchy
{
    private readonly Dictionary<string, HashSet<string>> subtypes = new(StringComparer.Ordinal);
    private readonly Dictionary<(string, string), bool> known = [];

    /// <summary>Enters a type. A type with several parts may be entered several times.</summary>
    public void Add(TypeBases type)
    {
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
        if (!known.TryGetValue(pair, out var meet))
        {
            known.Add(pair, meet = subtypes.TryGetValue(one, out var first) && subtypes.TryGetValue(other, out var second) && first.Overlaps(second));
        }

        return meet;
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
