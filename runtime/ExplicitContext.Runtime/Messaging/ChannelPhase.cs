namespace ExplicitContext.Runtime;

/// <summary>How far a channel is on its way. It only moves on.</summary>
internal enum ChannelPhase
{
    /// <summary>Items can be sent and received.</summary>
    Open,

    /// <summary>The send end is closed; what had been sent before is still received, and the last item closes the channel.</summary>
    Draining,

    /// <summary>Nothing is sent or received any more.</summary>
    Closed,
}
