namespace ExplicitContext.Runtime;

/// <summary>
/// Something mutable that goes from one interpreter to another instead of being copied: the receiver gets a handle that holds it, and the sender's handle
/// is empty from then on. What it costs does not depend on how large the thing is. Made by <see cref="Shareable.Move{T}"/>.
/// </summary>
/// <remarks>
/// <para>Whoever makes it says that nothing else refers to the thing. The runtime cannot see that; rule ECTX3007 sees a use of the variable that was
/// moved from.</para>
/// <para>Threading: a handle belongs to one interpreter. Of two threads that send the same handle at once, one gets the error.</para>
/// <para>Source: <c>Ractor#send(obj, move: true)</c>; CPython has nothing like it.</para>
/// </remarks>
/// <typeparam name="T">The thing's type.</typeparam>
public sealed class Movable<T> : ITransferable, IDisposable
{
    [GuardedBy("atomic")]
    private Content? content;

    // Where it came from, as long as nobody has looked at it here.
    private Movable<T>? origin;

    internal Movable(T value) => content = new Content(value);

    private Movable(Content content, Movable<T> origin)
    {
        this.content = content;
        this.origin = origin;
    }

    /// <summary>Whether the handle is empty: it was sent, taken from or disposed of.</summary>
    public bool IsMoved => Volatile.Read(ref content) is null;

    /// <summary>The thing. It stays with this handle, so it may still be sent on.</summary>
    /// <exception cref="MovedException">The handle is empty.</exception>
    public T Value
    {
        get
        {
            origin = null;
            return (Volatile.Read(ref content) ?? throw new MovedException(typeof(T))).Value;
        }
    }

    /// <summary>Takes the thing out. It belongs to the caller from now on, and the handle is empty.</summary>
    /// <returns>The thing.</returns>
    /// <exception cref="MovedException">The handle is empty.</exception>
    public T Take()
    {
        origin = null;
        return (Interlocked.Exchange(ref content, null) ?? throw new MovedException(typeof(T))).Value;
    }

    /// <summary>Empties the handle and disposes of the thing, if it is still here and can be disposed of.</summary>
    public void Dispose()
    {
        if (Interlocked.Exchange(ref content, null) is { Value: IDisposable disposable }) disposable.Dispose();
    }

    string? ITransferable.FindObstacle() => IsMoved ? "it has been moved already" : null;

    ITransferable? ITransferable.TryDepart() => Interlocked.Exchange(ref content, null) is { } moved ? new Movable<T>(moved, this) : null;

    void ITransferable.Discard()
    {
        try
        {
            Dispose();
        }
        catch (Exception)
        {
            // Nobody is left who could be told, and the other values still have to go.
        }
    }

    void ITransferable.Recall()
    {
        if (origin is { } sender && Interlocked.Exchange(ref content, null) is { } back) Volatile.Write(ref sender.content, back);
    }

    private sealed record Content(T Value);
}
