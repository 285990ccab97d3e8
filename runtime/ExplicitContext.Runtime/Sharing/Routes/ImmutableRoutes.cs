using System.Collections.Frozen;
using System.Collections.Immutable;

namespace ExplicitContext.Runtime;

internal sealed class ImmutableArrayRoute<T> : ImmutableRoute<ImmutableArray<T>, T>
{
    protected override bool HasElements(ImmutableArray<T> value) => !value.IsDefaultOrEmpty;
}

internal sealed class ImmutableListRoute<T> : ImmutableRoute<ImmutableList<T>, T>;

internal sealed class ImmutableStackRoute<T> : ImmutableRoute<ImmutableStack<T>, T>;

internal sealed class ImmutableQueueRoute<T> : ImmutableRoute<ImmutableQueue<T>, T>;

internal sealed class ImmutableHashSetRoute<T> : ImmutableRoute<ImmutableHashSet<T>, T>
{
    protected override void RequireComparers(ImmutableHashSet<T> value, ref CrossingScope scope) =>
        CopyPolicy.RequireComparer<T>(value.KeyComparer, ref scope);
}

internal sealed class ImmutableSortedSetRoute<T> : ImmutableRoute<ImmutableSortedSet<T>, T>
{
    protected override void RequireComparers(ImmutableSortedSet<T> value, ref CrossingScope scope) =>
        CopyPolicy.RequireComparer<T>(value.KeyComparer, ref scope);
}

internal sealed class ImmutableDictionaryRoute<TKey, TValue> : ImmutableRoute<ImmutableDictionary<TKey, TValue>, KeyValuePair<TKey, TValue>>
    where TKey : notnull
{
    protected override void RequireComparers(ImmutableDictionary<TKey, TValue> value, ref CrossingScope scope)
    {
        CopyPolicy.RequireComparer<TKey>(value.KeyComparer, ref scope);
        CopyPolicy.RequireComparer<TValue>(value.ValueComparer, ref scope);
    }
}

internal sealed class ImmutableSortedDictionaryRoute<TKey, TValue> : ImmutableRoute<ImmutableSortedDictionary<TKey, TValue>, KeyValuePair<TKey, TValue>>
    where TKey : notnull
{
    protected override void RequireComparers(ImmutableSortedDictionary<TKey, TValue> value, ref CrossingScope scope)
    {
        CopyPolicy.RequireComparer<TKey>(value.KeyComparer, ref scope);
        CopyPolicy.RequireComparer<TValue>(value.ValueComparer, ref scope);
    }
}

internal sealed class FrozenSetRoute<T> : ImmutableRoute<FrozenSet<T>, T>
{
    protected override void RequireComparers(FrozenSet<T> value, ref CrossingScope scope) =>
        CopyPolicy.RequireComparer<T>(value.Comparer, ref scope);
}

internal sealed class FrozenDictionaryRoute<TKey, TValue> : ImmutableRoute<FrozenDictionary<TKey, TValue>, KeyValuePair<TKey, TValue>>
    where TKey : notnull
{
    protected override void RequireComparers(FrozenDictionary<TKey, TValue> value, ref CrossingScope scope) =>
        CopyPolicy.RequireComparer<TKey>(value.Comparer, ref scope);
}
