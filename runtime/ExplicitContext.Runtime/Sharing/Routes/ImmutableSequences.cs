using System.Collections;
using System.Collections.Immutable;

namespace ExplicitContext.Runtime;

/// <summary>
/// Immutable collections without comparers, box by box: for processes that cannot make a route to measure. Those with comparers are left out, since whether
/// a comparer has state cannot be seen without their type.
/// </summary>
internal static class ImmutableSequences
{
    /// <summary>Looks at the elements; false where the object is something else.</summary>
    public static bool TryCross(object value, Type type, ref CrossingScope scope)
    {
        if (!type.IsGenericType || !IsKnown(type.GetGenericTypeDefinition())) return false;

        // The default of ImmutableArray has no array to look at, and is the one with this hash code.
        if (type.IsValueType && value.GetHashCode() == 0) return true;
        var i = 0;
        foreach (var element in (IEnumerable)value)
        {
            var before = scope.Refusal;
            scope.RequireByReference(element, member: null);
            if (before is null) scope.Refusal?.Within(i);
            i++;
        }

        return true;
    }

    private static bool IsKnown(Type definition) =>
        definition == typeof(ImmutableArray<>) || definition == typeof(ImmutableList<>)
        || definition == typeof(ImmutableStack<>) || definition == typeof(ImmutableQueue<>);
}
