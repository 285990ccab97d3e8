namespace ExplicitContext.Runtime;

internal sealed class HashSetRoute<T> : Route<HashSet<T>>
{
    public static new readonly HashSetRoute<T> Instance = new();

    public override HashSet<T> Cross(HashSet<T> value, ref CrossingScope scope)
    {
        if (value.GetType() != typeof(HashSet<T>)) return (HashSet<T>)scope.CrossObject(value);
        if (!CopyPolicy.Allows(value, ref scope)) return value;
        if (scope.TryGetCopy(value, out var copy)) return copy;

        CopyPolicy.RequireComparer<T>(value.Comparer, ref scope);
        if (Route<T>.IsFree) return scope.Register(value, new HashSet<T>(value, value.Comparer));
        copy = scope.Register(value, new HashSet<T>(value.Count, value.Comparer));
        var i = 0;
        foreach (var item in value) copy.Add(scope.Cross(item, i++));
        return copy;
    }
}
