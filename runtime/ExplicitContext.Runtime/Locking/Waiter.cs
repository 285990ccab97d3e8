using System.Diagnostics;

namespace ExplicitContext.Runtime;

/// <summary>What one thread sleeps on, and its place in a queue of such.</summary>
/// <param name="seam">Decides when the thread goes on, or null.</param>
/// <param name="clock">Measures timeouts.</param>
internal class Waiter(ISchedulingSeam? seam, TimeProvider clock)
{
    // Handing over to a thread that still spins costs a third of waking one that sleeps; longer than this, sleeping is cheaper for all others.
    private static readonly TimeSpan LongestSpin = TimeSpan.FromMicroseconds(20);

    [GuardedBy("atomic")]
    private int signal;

    [GuardedBy("this")]
    private bool asleep;

    /// <summary>
    /// Whether the thread may give its processor away while it spins. Whoever does comes after all others when it wakes, which for a thread that
    /// times an interval is far too late.
    /// </summary>
    protected virtual bool MayYield => true;

    /// <summary>Wakes the thread. A signal that arrives early is kept; the strongest one counts.</summary>
    public void Send(Signal value)
    {
        var seen = Volatile.Read(ref signal);
        while (seen < (int)value)
        {
            var before = Interlocked.CompareExchange(ref signal, (int)value, seen);
            if (before == seen) break;
            seen = before;
        }

        if (seam is not null)
        {
            seam.Unpark(this);
            return;
        }

        lock (this)
        {
            if (asleep) Monitor.Pulse(this);
        }
    }

    /// <summary>Forgets what arrived late.</summary>
    public void Reset() => Take();

    /// <summary>Sleeps until a signal arrives or the time is up.</summary>
    /// <returns>The signal, or <see cref="Signal.None"/>.</returns>
    public Signal Wait(TimeSpan timeout)
    {
        if (seam is not null)
        {
            seam.Point("wait");
            if (Volatile.Read(ref signal) == (int)Signal.None) seam.Park(this, timeout);
            return Take();
        }

        if (timeout == Timeout.InfiniteTimeSpan || clock == TimeProvider.System) return Sleep(timeout);
        using var timer = clock.CreateTimer(static waiter => ((Waiter)waiter!).Send(Signal.TryAgain), this, timeout, Timeout.InfiniteTimeSpan);
        return Sleep(Timeout.InfiniteTimeSpan);
    }

    /// <summary>Sleeps until a signal arrives, the deadline has come or the token is cancelled.</summary>
    /// <returns>The signal; <see cref="Signal.TryAgain"/> on cancellation; <see cref="Signal.None"/> when the time was up.</returns>
    public Signal Wait(Deadline deadline, CancellationToken cancellationToken) => Wait(deadline.Remaining, cancellationToken);

    /// <inheritdoc cref="Wait(Deadline, CancellationToken)"/>
    public Signal Wait(TimeSpan timeout, CancellationToken cancellationToken)
    {
        if (!cancellationToken.CanBeCanceled) return Wait(timeout);
        using var registration = cancellationToken.UnsafeRegister(static waiter => ((Waiter)waiter!).Send(Signal.TryAgain), this);
        return Wait(timeout);
    }

    private Signal Take() => (Signal)Interlocked.Exchange(ref signal, (int)Signal.None);

    private Signal Sleep(TimeSpan timeout)
    {
        var start = Stopwatch.GetTimestamp();
        var spinner = default(SpinWait);
        do
        {
            if (Volatile.Read(ref signal) != (int)Signal.None) return Take();
            if (MayYield) spinner.SpinOnce(sleep1Threshold: -1);
            else Thread.SpinWait(8);
        }
        while (Stopwatch.GetElapsedTime(start) < LongestSpin);

        // Rounded up, because a wait of 0 milliseconds would spin for the rest of the time.
        var milliseconds = timeout == Timeout.InfiniteTimeSpan
            ? Timeout.Infinite
            : (int)Math.Ceiling(Math.Max(0, (timeout - Stopwatch.GetElapsedTime(start)).TotalMilliseconds));
        lock (this)
        {
            asleep = true;
            if (Volatile.Read(ref signal) == (int)Signal.None) Monitor.Wait(this, milliseconds);
            asleep = false;
        }

        return Take();
    }
}
