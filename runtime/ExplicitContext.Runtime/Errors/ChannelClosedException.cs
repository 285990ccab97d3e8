namespace ExplicitContext.Runtime;

/// <summary>A channel is closed, at the end that was used or altogether.</summary>
/// <remarks>Source: PEP 554, <c>ChannelClosedError</c>.</remarks>
public sealed class ChannelClosedException : ChannelException
{
    private ChannelClosedException(ChannelId channel, string message)
        : base(channel, message)
    {
    }

    internal static ChannelClosedException Closed(ChannelId channel) =>
        new(channel, $"Channel {channel} is closed, so nothing more goes through. Ask IsClosed, or create another one with RuntimeState.CreateChannel.");

    internal static ChannelClosedException Released(ChannelId channel, InterpreterId interpreter) =>
        new(channel, $"Interpreter {interpreter} has released this end of channel {channel}, and cannot use it any more. Release an end only after its last use.");
}
