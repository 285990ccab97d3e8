using System.Buffers;

namespace ExplicitContext.Runtime;

/// <summary>
/// A view of bytes that several interpreters share. Sending a view copies no bytes: the receiver gets a view of its own on the same memory, and sees what
/// the others write. The memory is released exactly once, when the last view is.
/// </summary>
/// <remarks>
/// <para>Every view is disposed of by whoever got it. A view that was sent and never received is released with the queue, channel or call that held it,
/// also when its sender is gone.</para>
/// <para>Threading: a view belongs to one interpreter; two views may be used at the same time. Nothing orders reads and writes through different views
/// but what the interpreters send each other.</para>
/// <para>Source: PEP 734 (<c>memoryview</c> crosses by its underlying buffer, PEP 3118); CPython gh-132776 for what must not leak.</para>
/// </remarks>
public sealed class SharedBuffer : ITransferable, IDisposable
{
    private readonly int start;
    private SharedMemory? memory;

    private SharedBuffer(SharedMemory memory, int start, int length, bool isReadOnly)
    {
        this.memory = memory;
        this.start = start;
        Length = length;
        IsReadOnly = isReadOnly;
    }

    /// <summary>How many bytes the view shows. The same for the receiver of a view as for its sender.</summary>
    public int Length { get; }

    /// <summary>Whether nothing can be written through this view. Views made or sent from a read-only one are read-only.</summary>
    public bool IsReadOnly { get; }

    /// <summary>The bytes, to be read and written.</summary>
    /// <remarks>Valid until this view is disposed of; with memory from a pool, a span that is kept longer shows whatever the pool does with it.</remarks>
    /// <exception cref="InvalidOperationException">The view is read-only.</exception>
    /// <exception cref="ObjectDisposedException">The view has been disposed of.</exception>
    public Span<byte> Span => Memory.Span;

    /// <summary>The bytes, to be read only. See <see cref="Span"/>.</summary>
    /// <exception cref="ObjectDisposedException">The view has been disposed of.</exception>
    public ReadOnlySpan<byte> ReadOnlySpan => ReadOnlyMemory.Span;

    /// <summary>The bytes, to be read and written, in a form that may be kept on the heap. See <see cref="Span"/>.</summary>
    /// <exception cref="InvalidOperationException">The view is read-only.</exception>
    /// <exception cref="ObjectDisposedException">The view has been disposed of.</exception>
    public Memory<byte> Memory => IsReadOnly
        ? throw new InvalidOperationException("The buffer is shared read-only with this view; read it through ReadOnlySpan or ReadOnlyMemory.")
        : Require().Bytes.Slice(start, Length);

    /// <summary>The bytes, to be read only, in a form that may be kept on the heap. See <see cref="Span"/>.</summary>
    /// <exception cref="ObjectDisposedException">The view has been disposed of.</exception>
    public ReadOnlyMemory<byte> ReadOnlyMemory => Require().Bytes.Slice(start, Length);

    /// <summary>Makes a buffer of zeroed, managed memory.</summary>
    /// <param name="length">How many bytes.</param>
    /// <returns>The first view.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="length"/> is negative.</exception>
    public static SharedBuffer Allocate(int length)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(length);
        return new(new SharedMemory(new byte[length], owner: null), 0, length, isReadOnly: false);
    }

    /// <summary>Makes a buffer of memory that somebody owns, such as a <see cref="MemoryPool{T}"/> or a native allocation.</summary>
    /// <param name="owner">Belongs to the buffer from now on, which disposes of it with its last view.</param>
    /// <param name="length">How many of its bytes are shared, from the first one.</param>
    /// <returns>The first view.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="length"/> is negative or more than the memory has.</exception>
    public static SharedBuffer FromOwner(IMemoryOwner<byte> owner, int length)
    {
        ArgumentNullException.ThrowIfNull(owner);
        ArgumentOutOfRangeException.ThrowIfNegative(length);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(length, owner.Memory.Length);
        return new(new SharedMemory(owner.Memory, owner), 0, length, isReadOnly: false);
    }

    /// <summary>Makes another view of the same bytes, through which nothing can be written.</summary>
    /// <returns>A view that is disposed of on its own.</returns>
    /// <exception cref="ObjectDisposedException">This view has been disposed of.</exception>
    public SharedBuffer AsReadOnly() => View(start, Length, isReadOnly: true);

    /// <summary>Makes another view, of a part of the bytes.</summary>
    /// <param name="offset">The first byte, counted in this view.</param>
    /// <param name="length">How many bytes.</param>
    /// <returns>A view that is disposed of on its own; read-only if this one is.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The part is not within this view.</exception>
    /// <exception cref="ObjectDisposedException">This view has been disposed of.</exception>
    public SharedBuffer Slice(int offset, int length)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(offset);
        ArgumentOutOfRangeException.ThrowIfNegative(length);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(length, Length - offset);
        return View(start + offset, length, IsReadOnly);
    }

    /// <summary>Gives up this view. With the last one the memory is released. A second call does nothing.</summary>
    public void Dispose() => Interlocked.Exchange(ref memory, null)?.Release();

    string? ITransferable.FindObstacle() => memory is null ? "this view of the buffer has been disposed of" : null;

    ITransferable? ITransferable.TryDepart() => TryView(start, Length, IsReadOnly);

    void ITransferable.Discard()
    {
        try
        {
            Dispose();
        }
        catch (Exception)
        {
            // The owner of the memory failed to take it back. Nobody is left who could be told, and the other values still have to go.
        }
    }

    void ITransferable.Recall() => Dispose();

    private SharedMemory Require() => memory ?? throw new ObjectDisposedException(nameof(SharedBuffer), "This view of the shared buffer has been disposed of.");

    private SharedBuffer View(int first, int length, bool isReadOnly) => TryView(first, length, isReadOnly) ?? throw new ObjectDisposedException(nameof(SharedBuffer));

    private SharedBuffer? TryView(int first, int length, bool isReadOnly) =>
        memory is { } shared && shared.TryAcquire() ? new(shared, first, length, isReadOnly) : null;
}
