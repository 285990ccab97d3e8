namespace ExplicitContext.Runtime.Tests;

/// <summary>One thing that one interpreter does to a channel.</summary>
/// <param name="What">use, close, force-close or release.</param>
/// <param name="Ends">send, receive or both.</param>
/// <param name="Who">0 is the one that sent what is pending, 1 another one, 2 one more.</param>
internal readonly record struct ChannelStep(string What, string Ends, int Who)
{
    /// <summary>All steps there are with the given verbs.</summary>
    public static ChannelStep[] All(params string[] verbs) =>
        [.. from what in verbs from ends in new[] { "send", "receive", "both" } from who in Enumerable.Range(0, 3) select new ChannelStep(what, ends, who)];

    public override string ToString() => $"{What} {Ends} by {Who}";
}
