namespace ExplicitContext.Runtime;

/// <summary>The way of types that say little: interfaces, open classes, <see cref="object"/>. Each value is judged by what it is.</summary>
internal sealed class ByRunTimeType<T> : Route<T>
{
    public static new readonly ByRunTimeType<T> Instance = new();

    public override T Cross(T value, ref CrossingScope scope) => value is null ? value : (T)scope.CrossObject(value);
}
