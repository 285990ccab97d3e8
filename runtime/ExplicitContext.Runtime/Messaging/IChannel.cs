namespace ExplicitContext.Runtime;

/// <summary>What the two ends of a channel share, whatever its items are.</summary>
internal interface IChannel
{
    ChannelId Id { get; }

    int Count { get; }

    bool IsClosed(ChannelSides side);

    IReadOnlyList<InterpreterState> ListInterpreters(ChannelSides side);

    void Close(ChannelSides sides, bool force);

    void Release(InterpreterState interp, ChannelSides sides);

    void Destroy();
}
