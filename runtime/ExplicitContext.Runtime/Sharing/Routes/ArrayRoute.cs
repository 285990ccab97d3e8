namespace ExplicitContext.Runtime;

internal sealed class ArrayRoute<T> : Route<T[]>
{
    public static new readonly ArrayRoute<T> Instance = new();

    public override T[] Cross(T[] value, ref CrossingScope scope)
    {
        // An array of strings is an array of objects, too.
        if (!typeof(T).IsValueType && value.GetType() != typeof(T[])) return (T[])scope.CrossObject(value);
        if (!CopyPolicy.Allows(value, ref scope)) return value;
        if (Route<T>.IsFree && !scope.IsSending) return scope.Replace(value);
        if (scope.TryGetCopy(value, out var copy)) return copy;

        copy = scope.Register(value, value.AsSpan().ToArray());
        if (Route<T>.IsFree) return copy;
        for (var i = 0; i < copy.Length; i++) copy[i] = scope.Cross(copy[i], i);
        return copy;
    }
}
