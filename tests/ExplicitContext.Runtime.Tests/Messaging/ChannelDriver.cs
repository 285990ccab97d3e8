namespace ExplicitContext.Runtime.Tests;

/// <summary>Does to a channel what a step says, from inside an interpreter.</summary>
internal static class ChannelDriver
{
    /// <returns>What the caller sees of it, in the words of <see cref="ChannelModel"/>.</returns>
    public static string Do(ThreadState tstate, SendEnd<int> send, ReceiveEnd<int> receive, ChannelStep step, int value)
    {
        try
        {
            switch (step)
            {
                case { What: "use", Ends: "send" }:
                    Assert.False(send.Send(tstate, value));
                    return "sent";
                case { What: "use" }:
                    return receive.TryReceive(tstate, out var item) ? $"got {item.Value}" : "empty";
                case { What: "release", Ends: "send" }:
                    send.Release(tstate);
                    break;
                case { What: "release", Ends: "receive" }:
                    receive.Release(tstate);
                    break;
                case { What: "release" }:
                    send.ReleaseBoth(tstate);
                    break;
                case { Ends: "send" }:
                    send.Close(step.What == "force-close");
                    break;
                case { Ends: "receive" }:
                    receive.Close(step.What == "force-close");
                    break;
                default:
                    receive.CloseBoth(step.What == "force-close");
                    break;
            }

            return "done";
        }
        catch (ChannelException error)
        {
            return error switch { ChannelClosedException => "closed", ChannelNotEmptyException => "not empty", _ => error.Message };
        }
    }
}
