namespace ExplicitContext.Runtime;

/// <summary>
/// The lock of one interpreter. Who finds it free takes it, even past the queue, because handing over costs a thread switch. But who has waited
/// for the switch interval at the head of the queue asks the holder to give way; then the lock is handed over, and the old holder goes to the end
/// of the queue. Waiters are served in the order in which they came.
/// </summary>
/// <remarks>Source: CPython <c>ceval_gil.c</c> for interval and forced switching; the order among waiters is ours.</remarks>
internal sealed class InterpreterLock
{
    // Null: free. A thread state: held by it. The lock itself: retired, nobody enters ever again.
    [GuardedBy("atomic")]
    private object? holder;

    // Rule and head of the queue are written under the monitor, but read without: whoever changes one of them after a holder's look at it
    // tries the lock again, or is woken to do so.
    [GuardedBy("this")]
    private volatile Rule rule;

    [GuardedBy("this")]
    private volatile LockWaiter? first;

    [GuardedBy("this")]
    private LockWaiter? last;

    [GuardedBy("atomic")]
    private long switchIntervalTicks;

    private readonly TimeProvider clock;

    public InterpreterLock(TimeProvider clock, TimeSpan switchInterval)
    {
        this.clock = clock;
        SwitchInterval = switchInterval;
    }

    private enum Rule
    {
        /// <summary>The lock goes to whoever takes it first.</summary>
        Open,

        /// <summary>The head of the queue has waited long enough: the next release hands over to it.</summary>
        HandOver,

        /// <summary>The holder is closing the interpreter and will be the last one.</summary>
        Sealed,
    }

    public TimeSpan SwitchInterval
    {
        get => new(Volatile.Read(ref switchIntervalTicks));
        set
        {
            if (value <= TimeSpan.Zero || value.TotalMilliseconds > int.MaxValue)
                throw new ArgumentOutOfRangeException(nameof(value), value, "A switch interval is positive and at most 2,147,483,647 milliseconds.");
            Volatile.Write(ref switchIntervalTicks, value.Ticks);
        }
    }

    public bool IsHeldByThisThread => (Volatile.Read(ref holder) as ThreadState)?.Thread == Thread.CurrentThread;

    /// <summary>How many threads wait.</summary>
    public int WaiterCount
    {
        get
        {
            lock (this)
            {
                var count = 0;
                for (var waiter = first; waiter is not null; waiter = waiter.NextInLine) count++;
                return count;
            }
        }
    }

    /// <summary>Takes the lock where it is free, or waits for it.</summary>
    /// <returns>False where the interpreter is finalizing or closed: then nobody waits.</returns>
    /// <exception cref="AttachmentException">The thread state holds the lock already.</exception>
    public bool Enter(ThreadState tstate) => TryTake(tstate) || EnterInTurn(tstate);

    /// <summary>Takes the lock when all who wait already have had it: for a holder that has given way.</summary>
    /// <inheritdoc cref="Enter"/>
    public bool EnterInTurn(ThreadState tstate)
    {
        var waiter = tstate.Waiter;
        lock (this)
        {
            if (rule == Rule.Sealed) return holder == tstate;
            if (holder == tstate) throw AttachmentException.HeldAlready(tstate);
            Append(waiter);
        }

        try
        {
            return Wait(waiter);
        }
        catch
        {
            GiveUp(waiter);
            throw;
        }
    }

    /// <summary>Releases the lock. While the interpreter finalizes it stays with the closing thread, since nobody else could take it.</summary>
    /// <exception cref="AttachmentException">The thread state does not hold the lock.</exception>
    public void Exit(ThreadState tstate)
    {
        if (rule == Rule.Open)
        {
            if (Interlocked.CompareExchange(ref holder, null, tstate) != tstate) throw AttachmentException.NotHolder(tstate, Holder);
            if (first is not null) WakeFirst();
            return;
        }

        lock (this)
        {
            if (holder != tstate) throw AttachmentException.NotHolder(tstate, Holder);
            if (rule == Rule.Sealed) return;
            if (first is { } next) Grant(next);
            else holder = null;
        }
    }

    /// <summary>Hands the lock to the first waiter, if it has asked for it.</summary>
    /// <returns>Whether the caller has lost the lock and has to enter again.</returns>
    public bool TryGiveWay(ThreadState tstate)
    {
        lock (this)
        {
            if (holder != tstate || rule != Rule.HandOver || first is not { } next) return false;
            Grant(next);
            return true;
        }
    }

    /// <summary>From now on nobody but the holder gets in; all who wait are turned away.</summary>
    public void Seal(ThreadState tstate)
    {
        lock (this)
        {
            if (holder != tstate) throw AttachmentException.NotHolder(tstate, Holder);
            rule = Rule.Sealed;
            while (first is { } waiter)
            {
                Unlink(null, waiter);
                waiter.Send(Signal.Refused);
            }
        }
    }

    /// <summary>The sealed lock's holder leaves, and nobody ever gets in again.</summary>
    public void Retire() => Volatile.Write(ref holder, this);

    private ThreadState? Holder => Volatile.Read(ref holder) as ThreadState;

    private bool TryTake(ThreadState tstate) => Interlocked.CompareExchange(ref holder, tstate, null) is null;

    private bool Wait(LockWaiter waiter)
    {
        long? headSince = null;
        while (true)
        {
            var timeout = Timeout.InfiniteTimeSpan;
            if (first == waiter)
            {
                if (TryTake(waiter.ThreadState)) break;
                headSince ??= clock.GetTimestamp();
                timeout = SwitchInterval - clock.GetElapsedTime(headSince.Value);
                if (timeout <= TimeSpan.Zero)
                {
                    RequestHandOver(waiter);
                    timeout = Timeout.InfiniteTimeSpan;
                }
            }

            switch (waiter.Wait(timeout))
            {
                case Signal.Granted: return true;
                case Signal.Refused: return false;
            }
        }

        lock (this) Remove(waiter);
        return true;
    }

    /// <remarks>
    /// No request is lost. A holder that leaves without having seen the rule finds the queue not empty and wakes its head, which comes here again
    /// for the next holder. A thread state that was asked after it left finds no such rule at its next check, and goes on.
    /// </remarks>
    private void RequestHandOver(LockWaiter waiter)
    {
        lock (this)
        {
            if (first != waiter || rule == Rule.Sealed) return;
            rule = Rule.HandOver;
        }

        Interlocked.MemoryBarrier();
        Holder?.RequestToGiveWay();
    }

    /// <summary>Leaves the queue, or, where the lock has been granted meanwhile, the lock.</summary>
    private void GiveUp(LockWaiter waiter)
    {
        bool holding;
        lock (this)
        {
            Remove(waiter);
            waiter.Reset();
            holding = holder == waiter.ThreadState;
        }

        if (holding) Exit(waiter.ThreadState);
    }

    private void WakeFirst()
    {
        lock (this) first?.Send(Signal.TryAgain);
    }

    [Requires("this")]
    private void Grant(LockWaiter next)
    {
        Volatile.Write(ref holder, next.ThreadState);
        Remove(next);
        next.Send(Signal.Granted);
    }

    [Requires("this")]
    private void Append(LockWaiter waiter)
    {
        if (last is null) first = waiter;
        else last.NextInLine = waiter;
        last = waiter;
    }

    /// <summary>Takes a waiter out of the queue, if it is there. A new head is woken, to time its interval.</summary>
    [Requires("this")]
    private void Remove(LockWaiter waiter)
    {
        if (first == waiter)
        {
            Unlink(null, waiter);
            if (rule == Rule.HandOver) rule = Rule.Open;
            first?.Send(Signal.TryAgain);
            return;
        }

        var before = first;
        while (before is not null && before.NextInLine != waiter) before = before.NextInLine;
        if (before is not null) Unlink(before, waiter);
    }

    [Requires("this")]
    private void Unlink(LockWaiter? before, LockWaiter waiter)
    {
        if (before is null) first = waiter.NextInLine;
        else before.NextInLine = waiter.NextInLine;
        if (last == waiter) last = before;
        waiter.NextInLine = null;
    }
}
