namespace ExplicitContext.Runtime;

internal sealed class DictionaryRoute<TKey, TValue> : Route<Dictionary<TKey, TValue>>
    where TKey : notnull
{
    public static new readonly DictionaryRoute<TKey, TValue> Instance = new();

    public override Dictionary<TKey, TValue> Cross(Dictionary<TKey, TValue> value, ref CrossingScope scope)
    {
        if (value.GetType() != typeof(Dictionary<TKey, TValue>)) return (Dictionary<TKey, TValue>)scope.CrossObject(value);
        if (!CopyPolicy.Allows(value, ref scope)) return value;
        if (scope.TryGetCopy(value, out var copy)) return copy;

        CopyPolicy.RequireComparer<TKey>(value.Comparer, ref scope);
        if (Route<TKey>.IsFree && Route<TValue>.IsFree) return scope.Register(value, new Dictionary<TKey, TValue>(value, value.Comparer));
        copy = scope.Register(value, new Dictionary<TKey, TValue>(value.Count, value.Comparer));
        var i = 0;
        foreach (var pair in value)
        {
            var (key, item) = scope.Cross(pair, i++);
            copy[key] = item;
        }

        return copy;
    }
}
