namespace ExplicitContext.Runtime;

/// <summary>There was no item in a channel in time.</summary>
/// <remarks>Source: PEP 554, <c>ChannelEmptyError</c>.</remarks>
public sealed class ChannelEmptyException : ChannelException
{
    internal ChannelEmptyException(ChannelId channel)
        : base(channel, $"Channel {channel} is empty, and nothing was sent in time. Wait longer, or use TryReceive where that is no error.")
    {
    }
}
