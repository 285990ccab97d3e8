namespace ExplicitContext.Runtime;

/// <summary>The way of immutable collections: by reference, if their elements and comparers cross by reference. They are not copied.</summary>
internal abstract class ImmutableRoute<TCollection, T> : Route<TCollection>
    where TCollection : IEnumerable<T>
{
    public sealed override TCollection Cross(TCollection value, ref CrossingScope scope)
    {
        RequireComparers(value, ref scope);
        if (Route<T>.IsFree || !HasElements(value)) return value;
        var i = 0;
        foreach (var element in value)
        {
            var before = scope.Refusal;
            scope.RequireByReference(element, member: null);
            if (before is null) scope.Refusal?.Within(i);
            i++;
        }

        return value;
    }

    protected virtual bool HasElements(TCollection value) => true;

    protected virtual void RequireComparers(TCollection value, ref CrossingScope scope)
    {
    }
}
