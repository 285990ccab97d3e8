namespace ExplicitContext.Runtime;

/// <summary>Which ends of a channel.</summary>
[Flags]
internal enum ChannelSides
{
    Send = 1,
    Receive = 2,
    Both = Send | Receive,
}
