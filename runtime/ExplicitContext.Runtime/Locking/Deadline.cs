namespace ExplicitContext.Runtime;

/// <summary>A point in time of a monotonic clock until which somebody waits.</summary>
internal readonly struct Deadline
{
    private readonly TimeProvider? clock;
    private readonly long start;
    private readonly TimeSpan timeout;

    private Deadline(TimeProvider clock, TimeSpan timeout)
    {
        this.clock = clock;
        this.timeout = timeout;
        start = clock.GetTimestamp();
    }

    /// <summary>The deadline that never comes.</summary>
    public static Deadline Never => default;

    /// <summary>How long is left: not negative, or <see cref="Timeout.InfiniteTimeSpan"/>.</summary>
    public TimeSpan Remaining
    {
        get
        {
            if (clock is null) return Timeout.InfiniteTimeSpan;
            var left = timeout - clock.GetElapsedTime(start);
            return left > TimeSpan.Zero ? left : TimeSpan.Zero;
        }
    }

    public bool HasPassed => Remaining == TimeSpan.Zero;

    /// <summary>The deadline after a timeout that a caller gave.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Negative and not <see cref="Timeout.InfiniteTimeSpan"/>, or longer than <see cref="int.MaxValue"/> milliseconds.</exception>
    public static Deadline After(TimeSpan timeout, TimeProvider clock)
    {
        if (timeout == Timeout.InfiniteTimeSpan) return Never;
        if (timeout < TimeSpan.Zero || timeout.TotalMilliseconds > int.MaxValue)
        {
            throw new ArgumentOutOfRangeException(
                nameof(timeout), timeout, "A timeout is from zero to 2,147,483,647 milliseconds, or Timeout.InfiniteTimeSpan.");
        }

        return new Deadline(clock, timeout);
    }
}
