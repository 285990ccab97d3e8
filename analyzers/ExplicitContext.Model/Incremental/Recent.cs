namespace ExplicitContext.Model.Incremental;

/// <summary>Remembers the last few results of a pure function. Safe for concurrent use; what is computed at the same time twice is the same.</summary>
/// <typeparam name="TKey">What the result depends on; its own equality counts.</typeparam>
/// <typeparam name="TValue">The result.</typeparam>
internal sealed class Recent<TKey, TValue>(int capacity = 4)
    where TKey : IEquatable<TKey>
    where TValue : class
{
    private readonly LinkedList<KeyValuePair<TKey, TValue>> results = new();

    public TValue GetOrAdd(TKey key, Func<TValue> compute)
    {
        if (Find(key) is { } known)
        {
            return known;
        }

        var computed = compute();
        Set(key, computed);
        return computed;
    }

    public void Set(TKey key, TValue value)
    {
        lock (results)
        {
            results.AddFirst(new KeyValuePair<TKey, TValue>(key, value));
            if (results.Count > capacity)
            {
                results.RemoveLast();
            }
        }
    }

    public TValue? Find(TKey key)
    {
        lock (results)
        {
            for (var node = results.First; node is not null; node = node.Next)
            {
                if (node.Value.Key.Equals(key))
                {
                    results.Remove(node);
                    results.AddFirst(node);
                    return node.Value.Value;
                }
            }

            return null;
        }
    }
}
