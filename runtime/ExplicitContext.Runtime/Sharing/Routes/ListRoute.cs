using System.Runtime.InteropServices;

namespace ExplicitContext.Runtime;

internal sealed class ListRoute<T> : Route<List<T>>
{
    public static new readonly ListRoute<T> Instance = new();

    public override List<T> Cross(List<T> value, ref CrossingScope scope)
    {
        if (value.GetType() != typeof(List<T>)) return (List<T>)scope.CrossObject(value);
        if (!CopyPolicy.Allows(value, ref scope)) return value;
        if (Route<T>.IsFree && !scope.IsSending) return scope.Replace(value);
        if (scope.TryGetCopy(value, out var copy)) return copy;

        copy = scope.Register(value, new List<T>(value));
        if (Route<T>.IsFree) return copy;
        var items = CollectionsMarshal.AsSpan(copy);
        for (var i = 0; i < items.Length; i++) items[i] = scope.Cross(items[i], i);
        return copy;
    }
}
