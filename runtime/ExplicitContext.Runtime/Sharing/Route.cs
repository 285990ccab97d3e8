namespace ExplicitContext.Runtime;

/// <summary>How values of one static type cross. A route holds nothing that changes; there is one for each type.</summary>
internal abstract class Route<T> : IRoute
{
    /// <summary>Whether every value of the type crosses as it is, so that nobody needs to look at it.</summary>
    public static readonly bool IsFree = Routes.IsFree(typeof(T));

    /// <summary>How to cross the others.</summary>
    public static readonly Route<T> Instance = Routes.Create<T>();

    /// <summary>Makes what the receiver gets, or refuses.</summary>
    public abstract T Cross(T value, ref CrossingScope scope);

    object IRoute.CrossObject(object value, ref CrossingScope scope) => Cross((T)value, ref scope)!;
}
