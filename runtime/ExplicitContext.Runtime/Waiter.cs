namespace ExplicitContext.Runtime;

/// <summary>A thread's place in the queue of an interpreter's lock, and the thing that it sleeps on.</summary>
internal sealed class Waiter(ThreadState tstate)
{
    [GuardedBy("this")]
    private Signal signal;

    public ThreadState ThreadState { get; } = tstate;

    /// <summary>Who comes after. Guarded by the lock that the queue belongs to.</summary>
    public Waiter? Next { get; set; }

    /// <summary>Wakes the thread. A signal that arrives early is kept; the strongest one counts.</summary>
    public void Send(Signal value)
    {
        lock (this)
        {
            if (value > signal) signal = value;
            Monitor.Pulse(this);
        }
    }

    /// <summary>Forgets what arrived late.</summary>
    public void Reset()
    {
        lock (this) signal = Signal.None;
    }

    /// <summary>Sleeps until a signal arrives or the time is up.</summary>
    /// <returns>The signal, or <see cref="Signal.None"/>.</returns>
    public Signal Wait(TimeSpan timeout, TimeProvider clock)
    {
        if (timeout == Timeout.InfiniteTimeSpan || clock == TimeProvider.System) return Wait(timeout);
        using var timer = clock.CreateTimer(static waiter => ((Waiter)waiter!).Send(Signal.TryAgain), this, timeout, Timeout.InfiniteTimeSpan);
        return Wait(Timeout.InfiniteTimeSpan);
    }

    private Signal Wait(TimeSpan timeout)
    {
        lock (this)
        {
            // Rounded up, because a wait of 0 milliseconds would spin for the rest of the interval.
            if (signal == Signal.None) Monitor.Wait(this, (int)Math.Ceiling(timeout.TotalMilliseconds));
            var received = signal;
            signal = Signal.None;
            return received;
        }
    }
}
