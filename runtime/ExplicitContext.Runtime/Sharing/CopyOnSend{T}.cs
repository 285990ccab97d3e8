namespace ExplicitContext.Runtime;

/// <summary>
/// A mutable collection that whoever sends it wants copied: each receiver gets a wrapper with a collection of its own, as it was when it was sent. Made by
/// the overloads of <c>Shareable.Copy</c>.
/// </summary>
/// <remarks>
/// The copy is deep: collections in the collection are copied too, objects cross by their own rules. What is in it twice is copied once, and
/// cycles stay cycles. Threading: the wrapper never changes, what it holds may.
/// </remarks>
/// <typeparam name="T">The collection's type.</typeparam>
public sealed class CopyOnSend<T> : IShareable<CopyOnSend<T>>
{
    private readonly Route<T> route;

    internal CopyOnSend(T value, Route<T> route)
    {
        Value = value;
        this.route = route;
    }

    /// <summary>The collection: the sender's own before, the receiver's own after the crossing.</summary>
    public T Value { get; }

    Type IShareable.ShareableType => typeof(CopyOnSend<T>);

    object IShareable.Cross(ref CrossingScope scope) => Cross(ref scope);

    CopyOnSend<T> IShareable<CopyOnSend<T>>.Cross(ref CrossingScope scope) => Cross(ref scope);

    private CopyOnSend<T> Cross(ref CrossingScope scope) => scope.Replace(new CopyOnSend<T>(scope.CopyBy(route, Value, member: null), route));
}
