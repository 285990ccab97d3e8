namespace ExplicitContext.Runtime;

/// <summary>Who has stopped all interpreters, if anybody: one thread at a time, in no order among those who want to.</summary>
internal sealed class World(RuntimeState runtime)
{
    private readonly SmallLock sync = new(LockRank.Leaf, runtime.LockObserver);

    [GuardedBy(nameof(sync))]
    private readonly Queue<Waiter> waiters = new();

    [GuardedBy("atomic")]
    private Thread? stopper;

    /// <summary>Whether another thread than the calling one has stopped all.</summary>
    public bool IsStoppedByAnother => Volatile.Read(ref stopper) is { } thread && thread != Thread.CurrentThread;

    /// <summary>Becomes the one who stops all.</summary>
    /// <exception cref="AttachmentException">The calling thread is that already.</exception>
    public void Enter() => Wait(() =>
    {
        if (stopper == Thread.CurrentThread) throw AttachmentException.WorldIsStoppedTwice();
        if (stopper is not null) return false;
        Volatile.Write(ref stopper, Thread.CurrentThread);
        return true;
    });

    public void Exit()
    {
        runtime.Seam?.Point("world.exit");
        using (sync.Enter())
        {
            Volatile.Write(ref stopper, null);
            while (waiters.TryDequeue(out var waiter)) waiter.Send(Signal.TryAgain);
        }
    }

    /// <summary>Waits for as long as another thread has stopped all.</summary>
    public void WaitUntilStarted() => Wait(() => !IsStoppedByAnother);

    /// <summary>Waits for as long as another thread has stopped all and what is tried, under the lock, does not succeed.</summary>
    private void Wait(Func<bool> tryPass)
    {
        var waiter = new Waiter(runtime.Seam, runtime.Clock);
        while (true)
        {
            runtime.Seam?.Point("world.pass");
            using (sync.Enter())
            {
                if (tryPass()) return;
                waiters.Enqueue(waiter);
            }

            waiter.Wait(Timeout.InfiniteTimeSpan);
        }
    }
}
