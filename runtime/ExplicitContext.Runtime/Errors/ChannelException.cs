namespace ExplicitContext.Runtime;

/// <summary>A channel between interpreters cannot do what was asked of it. The base of all such errors.</summary>
/// <remarks>Source: PEP 554, <c>ChannelError</c>.</remarks>
public abstract class ChannelException : InterpreterException
{
    private protected ChannelException(ChannelId channel, string message)
        : base(null, message) =>
        Channel = channel;

    /// <summary>The channel that the error is about.</summary>
    public ChannelId Channel { get; }
}
