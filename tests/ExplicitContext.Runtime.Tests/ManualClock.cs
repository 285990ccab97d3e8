namespace ExplicitContext.Runtime.Tests;

/// <summary>A clock that stands still until the test moves it, and then fires what is due.</summary>
internal sealed class ManualClock : TimeProvider
{
    private readonly object sync = new();
    private readonly List<Alarm> alarms = [];
    private long now;

    /// <summary>How many timers run.</summary>
    public int Pending
    {
        get
        {
            lock (sync) return alarms.Count;
        }
    }

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp() => Volatile.Read(ref now);

    public void Advance(TimeSpan time)
    {
        List<Alarm> due;
        lock (sync)
        {
            now += time.Ticks;
            due = alarms.Where(alarm => alarm.Due <= now).ToList();
            alarms.RemoveAll(due.Contains);
        }

        foreach (var alarm in due) alarm.Fire();
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        lock (sync)
        {
            var alarm = new Alarm(this, callback, state, now + dueTime.Ticks);
            alarms.Add(alarm);
            return alarm;
        }
    }

    private sealed class Alarm(ManualClock clock, TimerCallback callback, object? state, long due) : ITimer
    {
        public long Due => due;

        public void Fire() => callback(state);

        public bool Change(TimeSpan dueTime, TimeSpan period) => throw new NotSupportedException("The runtime uses one-shot timers.");

        public void Dispose()
        {
            lock (clock.sync) clock.alarms.Remove(this);
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
