namespace ExplicitContext.Runtime;

/// <summary>Something that happens once, and that threads wait for.</summary>
internal sealed class Latch(RuntimeState runtime)
{
    private readonly SmallLock sync = new(LockRank.Leaf, runtime.LockObserver);

    [GuardedBy(nameof(sync))]
    private readonly List<Waiter> waiters = [];

    [GuardedBy(nameof(sync))]
    private bool isSet;

    /// <summary>It has happened.</summary>
    public void Set()
    {
        using (sync.Enter())
        {
            isSet = true;
            foreach (var waiter in waiters) waiter.Send(Signal.Granted);
            waiters.Clear();
        }
    }

    /// <summary>Waits until it has happened.</summary>
    /// <returns>False where the deadline came first.</returns>
    /// <exception cref="OperationCanceledException">The token was cancelled first.</exception>
    public bool Wait(Deadline deadline, CancellationToken cancellationToken)
    {
        var waiter = new Waiter(runtime.Seam, runtime.Clock);
        runtime.Seam?.Point("latch.wait");
        using (sync.Enter())
        {
            if (isSet) return true;
            waiters.Add(waiter);
        }

        try
        {
            while (waiter.Wait(deadline, cancellationToken) != Signal.Granted)
            {
                cancellationToken.ThrowIfCancellationRequested();
                if (deadline.HasPassed) return false;
            }

            return true;
        }
        finally
        {
            using (sync.Enter()) waiters.Remove(waiter);
        }
    }
}
