namespace ExplicitContext.Runtime;

/// <summary>The way of tuples: each item goes its own.</summary>
internal sealed class TupleRoute<T1> : Route<ValueTuple<T1>>
{
    public override ValueTuple<T1> Cross(ValueTuple<T1> value, ref CrossingScope scope) =>
        new(scope.Cross(value.Item1, "Item1"));
}

internal sealed class TupleRoute<T1, T2> : Route<ValueTuple<T1, T2>>
{
    public override ValueTuple<T1, T2> Cross(ValueTuple<T1, T2> value, ref CrossingScope scope) =>
        new(
            scope.Cross(value.Item1, "Item1"),
            scope.Cross(value.Item2, "Item2"));
}

internal sealed class TupleRoute<T1, T2, T3> : Route<ValueTuple<T1, T2, T3>>
{
    public override ValueTuple<T1, T2, T3> Cross(ValueTuple<T1, T2, T3> value, ref CrossingScope scope) =>
        new(
            scope.Cross(value.Item1, "Item1"),
            scope.Cross(value.Item2, "Item2"),
            scope.Cross(value.Item3, "Item3"));
}

internal sealed class TupleRoute<T1, T2, T3, T4> : Route<ValueTuple<T1, T2, T3, T4>>
{
    public override ValueTuple<T1, T2, T3, T4> Cross(ValueTuple<T1, T2, T3, T4> value, ref CrossingScope scope) =>
        new(
            scope.Cross(value.Item1, "Item1"),
            scope.Cross(value.Item2, "Item2"),
            scope.Cross(value.Item3, "Item3"),
            scope.Cross(value.Item4, "Item4"));
}

internal sealed class TupleRoute<T1, T2, T3, T4, T5> : Route<ValueTuple<T1, T2, T3, T4, T5>>
{
    public override ValueTuple<T1, T2, T3, T4, T5> Cross(ValueTuple<T1, T2, T3, T4, T5> value, ref CrossingScope scope) =>
        new(
            scope.Cross(value.Item1, "Item1"),
            scope.Cross(value.Item2, "Item2"),
            scope.Cross(value.Item3, "Item3"),
            scope.Cross(value.Item4, "Item4"),
            scope.Cross(value.Item5, "Item5"));
}

internal sealed class TupleRoute<T1, T2, T3, T4, T5, T6> : Route<ValueTuple<T1, T2, T3, T4, T5, T6>>
{
    public override ValueTuple<T1, T2, T3, T4, T5, T6> Cross(ValueTuple<T1, T2, T3, T4, T5, T6> value, ref CrossingScope scope) =>
        new(
            scope.Cross(value.Item1, "Item1"),
            scope.Cross(value.Item2, "Item2"),
            scope.Cross(value.Item3, "Item3"),
            scope.Cross(value.Item4, "Item4"),
            scope.Cross(value.Item5, "Item5"),
            scope.Cross(value.Item6, "Item6"));
}

internal sealed class TupleRoute<T1, T2, T3, T4, T5, T6, T7> : Route<ValueTuple<T1, T2, T3, T4, T5, T6, T7>>
{
    public override ValueTuple<T1, T2, T3, T4, T5, T6, T7> Cross(ValueTuple<T1, T2, T3, T4, T5, T6, T7> value, ref CrossingScope scope) =>
        new(
            scope.Cross(value.Item1, "Item1"),
            scope.Cross(value.Item2, "Item2"),
            scope.Cross(value.Item3, "Item3"),
            scope.Cross(value.Item4, "Item4"),
            scope.Cross(value.Item5, "Item5"),
            scope.Cross(value.Item6, "Item6"),
            scope.Cross(value.Item7, "Item7"));
}

/// <summary>A tuple of more than seven items keeps the others in a tuple of its own, which a path calls Rest.</summary>
internal sealed class TupleRoute<T1, T2, T3, T4, T5, T6, T7, TRest> : Route<ValueTuple<T1, T2, T3, T4, T5, T6, T7, TRest>>
    where TRest : struct
{
    public override ValueTuple<T1, T2, T3, T4, T5, T6, T7, TRest> Cross(ValueTuple<T1, T2, T3, T4, T5, T6, T7, TRest> value, ref CrossingScope scope) =>
        new(
            scope.Cross(value.Item1, "Item1"),
            scope.Cross(value.Item2, "Item2"),
            scope.Cross(value.Item3, "Item3"),
            scope.Cross(value.Item4, "Item4"),
            scope.Cross(value.Item5, "Item5"),
            scope.Cross(value.Item6, "Item6"),
            scope.Cross(value.Item7, "Item7"),
            scope.Cross(value.Rest, "Rest"));
}
