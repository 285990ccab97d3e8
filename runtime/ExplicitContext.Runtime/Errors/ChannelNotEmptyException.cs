namespace ExplicitContext.Runtime;

/// <summary>A channel has items that nobody has received, so it cannot be closed like that. It is as it was.</summary>
/// <remarks>Source: PEP 554, <c>ChannelNotEmptyError</c>.</remarks>
public sealed class ChannelNotEmptyException : ChannelException
{
    internal ChannelNotEmptyException(ChannelId channel, int count)
        : base(channel, $"Channel {channel} has {count} items that nobody has received. Close its send end to let them be received first, or use force to give them up.")
    {
    }
}
