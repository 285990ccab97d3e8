namespace ExplicitContext.Runtime.Tests;

/// <summary>A lock over the runtime's seam that is right, and the same with the mistakes that such locks have.</summary>
internal sealed class ToyLock(RuntimeState runtime, ToyMistake mistake)
{
    private readonly Queue<Waiter> waiters = new();
    private bool isHeld;

    /// <returns>False where the time was up.</returns>
    public bool Enter(TimeSpan timeout)
    {
        runtime.Seam!.Point("toy.enter");
        if (!isHeld)
        {
            if (mistake == ToyMistake.CheckThenAct) runtime.Seam.Point("toy.free");
            isHeld = true;
            return true;
        }

        if (mistake == ToyMistake.LostWakeUp) runtime.Seam.Point("toy.held");
        var waiter = new Waiter(runtime.Seam, runtime.Clock);
        waiters.Enqueue(waiter);
        if (waiter.Wait(timeout) == Signal.Granted) return true;
        if (mistake == ToyMistake.GhostGrant) runtime.Seam.Point("toy.time-is-up");
        return !Withdraw(waiter) && mistake != ToyMistake.GhostGrant;
    }

    public void Exit()
    {
        runtime.Seam!.Point("toy.exit");
        if (waiters.TryDequeue(out var next)) next.Send(Signal.Granted);
        else isHeld = false;
    }

    /// <summary>Leaves the queue.</summary>
    /// <returns>False where the lock was handed over before.</returns>
    private bool Withdraw(Waiter waiter)
    {
        var others = waiters.Where(other => other != waiter).ToList();
        if (others.Count == waiters.Count) return false;
        waiters.Clear();
        others.ForEach(waiters.Enqueue);
        return true;
    }
}

/// <summary>What is wrong with a <see cref="ToyLock"/>.</summary>
internal enum ToyMistake
{
    None,

    /// <summary>Between finding the lock free and taking it, another thread takes it.</summary>
    CheckThenAct,

    /// <summary>Between finding the lock held and waiting, the holder leaves and wakes nobody.</summary>
    LostWakeUp,

    /// <summary>Who gives up does not see that it has been given the lock, which nobody gives back then.</summary>
    GhostGrant,
}
