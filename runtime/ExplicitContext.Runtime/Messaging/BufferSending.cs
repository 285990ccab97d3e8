using System.Buffers;

namespace ExplicitContext.Runtime;

/// <summary>Sends memory through channels of buffers without copying it.</summary>
/// <remarks>Source: CPython <c>_interpchannels.send_buffer</c>.</remarks>
public static class BufferSending
{
    /// <summary>Sends a view of memory, and does not wait. See <see cref="SendEnd{T}.Send(ThreadState, T, OnSenderGone?)"/>.</summary>
    /// <param name="end">Where to send it.</param>
    /// <param name="tstate">The sender.</param>
    /// <param name="memory">What both sides see from now on. Whoever owns it keeps it until the receiver has disposed of its view.</param>
    /// <param name="onSenderGone">What becomes of the item when the sender is closed; null for what the channel says.</param>
    /// <returns>Whether somebody waited for it, and has it now.</returns>
    public static bool SendBuffer(this SendEnd<SharedBuffer> end, ThreadState tstate, Memory<byte> memory, OnSenderGone? onSenderGone = null)
    {
        ArgumentNullException.ThrowIfNull(end);
        using var view = SharedBuffer.FromOwner(new Borrowed(memory), memory.Length);
        return end.Send(tstate, view, onSenderGone);
    }

    /// <summary>
    /// Sends a view of memory, and waits until it has been received. See
    /// <see cref="SendEnd{T}.SendAndWait(ThreadState, T, TimeSpan?, OnSenderGone?, CancellationToken)"/>.
    /// </summary>
    /// <param name="end">Where to send it.</param>
    /// <param name="tstate">The sender.</param>
    /// <param name="memory">What both sides see from now on. Whoever owns it keeps it until the receiver has disposed of its view.</param>
    /// <param name="timeout">How long to wait; null for any time.</param>
    /// <param name="onSenderGone">What becomes of the item when the sender is closed; null for what the channel says.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="TimeoutException">The time was up and nobody had received it.</exception>
    public static void SendBufferAndWait(
        this SendEnd<SharedBuffer> end,
        ThreadState tstate,
        Memory<byte> memory,
        TimeSpan? timeout = null,
        OnSenderGone? onSenderGone = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(end);
        using var view = SharedBuffer.FromOwner(new Borrowed(memory), memory.Length);
        end.SendAndWait(tstate, view, timeout, onSenderGone, cancellationToken);
    }

    /// <summary>Memory that stays with its owner.</summary>
    private sealed class Borrowed(Memory<byte> memory) : IMemoryOwner<byte>
    {
        public Memory<byte> Memory { get; } = memory;

        public void Dispose()
        {
        }
    }
}
