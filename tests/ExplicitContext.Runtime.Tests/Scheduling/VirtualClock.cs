namespace ExplicitContext.Runtime.Tests;

/// <summary>A clock that moves only when the scheduler lets somebody's time be up.</summary>
internal sealed class VirtualClock : TimeProvider
{
    private long now;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp() => Volatile.Read(ref now);

    /// <summary>Moves on to an instant, if that is not past already.</summary>
    public void AdvanceTo(long timestamp) => Volatile.Write(ref now, Math.Max(now, timestamp));

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        throw new NotSupportedException("Under a scheduler, who waits parks with a timeout; a timer's thread would be one too many.");
}
