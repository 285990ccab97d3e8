namespace ExplicitContext.Runtime;

internal sealed class KeyValuePairRoute<TKey, TValue> : Route<KeyValuePair<TKey, TValue>>
{
    public override KeyValuePair<TKey, TValue> Cross(KeyValuePair<TKey, TValue> value, ref CrossingScope scope) =>
        new(scope.Cross(value.Key, "Key"), scope.Cross(value.Value, "Value"));
}
