namespace ExplicitContext.Runtime;

/// <summary>A <see cref="Route{T}"/> whose type is only known at run time.</summary>
internal interface IRoute
{
    /// <summary>Makes what the receiver gets, or refuses.</summary>
    object CrossObject(object value, ref CrossingScope scope);
}
