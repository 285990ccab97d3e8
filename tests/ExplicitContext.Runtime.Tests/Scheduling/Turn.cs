namespace ExplicitContext.Runtime.Tests;

/// <summary>The right to run, which is handed from thread to thread. A turn that is given early is kept.</summary>
internal sealed class Turn
{
    // A hand-over to a thread that still spins is cheaper than one to a thread that sleeps; on a busy machine, spinning for long takes the time of the one who has the turn.
    private const int Spins = 12;

    private volatile bool isGiven;
    private volatile bool isAsleep;

    public void Give()
    {
        isGiven = true;
        Interlocked.MemoryBarrier();
        if (!isAsleep) return;
        lock (this) Monitor.Pulse(this);
    }

    public void Await() => Await(Timeout.InfiniteTimeSpan);

    /// <summary>Waits for the turn.</summary>
    /// <returns>False where the patience was at its end first.</returns>
    public bool Await(TimeSpan patience)
    {
        var spinner = default(SpinWait);
        while (!isGiven && spinner.Count < Spins) spinner.SpinOnce(sleep1Threshold: -1);
        if (!isGiven && !Sleep(patience)) return false;
        isGiven = false;
        return true;
    }

    private bool Sleep(TimeSpan patience)
    {
        lock (this)
        {
            isAsleep = true;
            Interlocked.MemoryBarrier();
            while (!isGiven)
            {
                if (!Monitor.Wait(this, patience)) break;
            }

            isAsleep = false;
            return isGiven;
        }
    }
}
