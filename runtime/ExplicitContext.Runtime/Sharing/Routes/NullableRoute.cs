namespace ExplicitContext.Runtime;

internal sealed class NullableRoute<T> : Route<T?>
    where T : struct
{
    public override T? Cross(T? value, ref CrossingScope scope) => value is { } some ? scope.Cross(some) : value;
}
