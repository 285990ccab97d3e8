namespace ExplicitContext.Runtime;

/// <summary>The way of a sealed type or a struct for which the generator has written the code: without a box and without a look at run-time types.</summary>
internal sealed class GeneratedRoute<T> : Route<T>
    where T : IShareable<T>
{
    public override T Cross(T value, ref CrossingScope scope) => value.Cross(ref scope);
}
