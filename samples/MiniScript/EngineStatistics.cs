namespace MiniScript;

/// <summary>What the scripts of one engine have done so far.</summary>
public sealed class EngineStatistics
{
    internal EngineStatistics()
    {
    }

    /// <summary>Statements executed.</summary>
    public long Steps { get; internal set; }

    /// <summary>Functions called, builtins included.</summary>
    public long Calls { get; internal set; }

    /// <summary>The largest number of calls that were open at once.</summary>
    public int PeakDepth { get; internal set; }

    public override string ToString() => $"{Steps} steps, {Calls} calls, {PeakDepth} deep";
}
