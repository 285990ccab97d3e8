namespace ExplicitContext.Runtime;

/// <summary>There is no such channel, or not any more.</summary>
/// <remarks>Source: PEP 554, <c>ChannelNotFoundError</c>.</remarks>
public sealed class ChannelNotFoundException : ChannelException
{
    private ChannelNotFoundException(ChannelId channel, string message)
        : base(channel, message)
    {
    }

    internal static ChannelNotFoundException Destroyed(ChannelId channel) =>
        new(channel, $"Channel {channel} has been destroyed. Create another one with RuntimeState.CreateChannel; to end one in peace, close its send end.");

    internal static ChannelNotFoundException Unknown(ChannelId channel) =>
        new(channel, $"There is no channel {channel}: it was never created, or is closed or destroyed. RuntimeState.Channels lists those there are.");

    internal static ChannelNotFoundException OtherItems(ChannelEnd end, Type asked) =>
        new(end.Id, $"There is no channel {end.Id} of {asked.Name}: its items are of type {end.ItemType.Name}. Ask for it by that type.");
}
