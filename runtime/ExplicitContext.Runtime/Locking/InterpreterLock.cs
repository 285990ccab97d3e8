namespace ExplicitContext.Runtime;

/// <summary>
/// The lock of one interpreter, or of several that are configured to share it. Who finds it free takes it, even past the queue, because handing
/// over costs a thread switch. But who has waited for the switch interval at the head of the queue asks the holder to give way; then the lock is
/// handed over, and the old holder goes to the end of the queue. Waiters are served in the order in which they came.
/// </summary>
/// <remarks>Source: CPython <c>ceval_gil.c</c> for interval and forced switching; the order among waiters is ours.</remarks>
internal sealed class InterpreterLock(ISchedulingSeam? seam)
{
    // How often a waiter looks whether the thread that it waits for still lives, at the least.
    private static readonly TimeSpan LongestLook = TimeSpan.FromSeconds(1);

    // Null: free.
    [GuardedBy("atomic")]
    private ThreadState? holder;

    // Whether the next release hands over to the head of the queue, who has waited long enough. This and the head are written under the monitor,
    // but read without: whoever changes one of them after a holder's look at it tries the lock again, or is woken to do so.
    [GuardedBy("this")]
    private volatile bool handOver;

    [GuardedBy("this")]
    private volatile LockWaiter? first;

    [GuardedBy("this")]
    private LockWaiter? last;

    /// <summary>Who holds the lock, if anybody.</summary>
    public ThreadState? Holder => Volatile.Read(ref holder);

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

    /// <summary>Whether the head of the queue has asked the holder to give way.</summary>
    public bool IsHandOverRequested => handOver;

    /// <summary>Takes the lock where it is free, or waits for it.</summary>
    /// <exception cref="AttachmentException">The thread state holds the lock already.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled. The thread is not in the queue any more.</exception>
    public EnterOutcome Enter(ThreadState tstate, EnterMode mode, Deadline deadline, CancellationToken cancellationToken)
    {
        seam?.Point("lock.enter");
        if (mode == EnterMode.Barging && TryTake(tstate)) return EnterOutcome.Entered;
        seam?.Point("lock.queue");
        return EnterInTurn(tstate, mode, deadline, cancellationToken);
    }

    /// <summary>Releases the lock.</summary>
    /// <exception cref="AttachmentException">The thread state does not hold the lock.</exception>
    public void Exit(ThreadState tstate)
    {
        seam?.Point("lock.exit");
        if (!handOver)
        {
            seam?.Point("lock.release");
            if (Interlocked.CompareExchange(ref holder, null, tstate) != tstate) throw AttachmentException.NotHolder(tstate, Holder);
            seam?.Point("lock.released");
            if (first is not null) WakeFirst();
            return;
        }

        lock (this)
        {
            if (holder != tstate) throw AttachmentException.NotHolder(tstate, Holder);
            if (first is { } next) Grant(next);
            else Volatile.Write(ref holder, null);
        }
    }

    /// <summary>Hands the lock to the first waiter, if it has asked for it, and lines the caller up behind all others.</summary>
    /// <returns>Whether the caller has lost the lock and has to enter again, as <see cref="EnterMode.Queued"/>.</returns>
    public bool TryGiveWay(ThreadState tstate)
    {
        lock (this)
        {
            if (holder != tstate || !handOver || first is not { } next) return false;
            Grant(next);
            Append(tstate.Waiter);
            return true;
        }
    }

    /// <summary>Sends home all who wait for an interpreter, which lets nobody in any more.</summary>
    public void Refuse(InterpreterState interp)
    {
        lock (this)
        {
            var head = first;
            for (var (before, waiter) = ((LockWaiter?)null, head); waiter is not null;)
            {
                var next = waiter.NextInLine;
                if (waiter.ThreadState.Interp == interp)
                {
                    Unlink(before, waiter);
                    waiter.Send(Signal.Refused);
                }
                else
                {
                    before = waiter;
                }

                waiter = next;
            }

            if (first == head) return;
            handOver = false;
            first?.Send(Signal.TryAgain);
        }
    }

    /// <summary>Takes the lock from a thread that has ended without giving it back.</summary>
    public bool TryTakeOver(ThreadState abandoned, ThreadState tstate) =>
        !abandoned.Thread.IsAlive && Interlocked.CompareExchange(ref holder, tstate, abandoned) == abandoned;

    private static TimeSpan Shorter(TimeSpan one, TimeSpan other) =>
        one == Timeout.InfiniteTimeSpan || (other != Timeout.InfiniteTimeSpan && other < one) ? other : one;

    private bool TryTake(ThreadState tstate) => Interlocked.CompareExchange(ref holder, tstate, null) is null;

    private EnterOutcome EnterInTurn(ThreadState tstate, EnterMode mode, Deadline deadline, CancellationToken cancellationToken)
    {
        var waiter = tstate.Waiter;
        if (mode != EnterMode.Queued)
        {
            lock (this)
            {
                if (holder == tstate) throw AttachmentException.HeldAlready(tstate);
                if (mode != EnterMode.Urgent && tstate.Interp.IsShutTo(tstate)) return EnterOutcome.Refused;
                Append(waiter);
            }
        }

        EnterOutcome outcome;
        try
        {
            outcome = Wait(waiter, mode == EnterMode.Urgent, deadline, cancellationToken);
        }
        catch
        {
            if (GiveUp(waiter)) Exit(tstate);
            throw;
        }

        return outcome is EnterOutcome.TimedOut or EnterOutcome.Abandoned && GiveUp(waiter) ? EnterOutcome.Entered : outcome;
    }

    private EnterOutcome Wait(LockWaiter waiter, bool urgent, Deadline deadline, CancellationToken cancellationToken)
    {
        var clock = waiter.ThreadState.Interp.Runtime.Clock;
        var patience = urgent ? TimeSpan.Zero : waiter.ThreadState.Interp.SwitchInterval;
        long? headSince = null;
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var timeout = deadline.Remaining;
            if (first == waiter)
            {
                if (TryTake(waiter.ThreadState)) break;
                seam?.Point("lock.head");

                // Looked at twice, because whoever was seen may have left and ended since; who has ended holding it holds it for good.
                if (Holder is { Thread.IsAlive: false } dead && Holder == dead) return EnterOutcome.Abandoned;
                var waited = clock.GetElapsedTime(headSince ??= clock.GetTimestamp());
                if (waited >= patience)
                {
                    RequestHandOver(waiter, urgent);
                    patience = waited + TimeSpan.FromTicks(Math.Clamp(waited.Ticks, TimeSpan.TicksPerMillisecond, LongestLook.Ticks));
                }

                timeout = Shorter(timeout, patience - waited);
            }

            if (timeout == TimeSpan.Zero) return EnterOutcome.TimedOut;
            switch (waiter.Wait(timeout, cancellationToken))
            {
                case Signal.Granted: return EnterOutcome.Entered;
                case Signal.Refused: return EnterOutcome.Refused;
            }
        }

        seam?.Point("lock.taken");
        lock (this) Remove(waiter);
        return EnterOutcome.Entered;
    }

    /// <remarks>
    /// No request is lost. A holder that leaves without having seen it finds the queue not empty and wakes its head, which comes here again
    /// for the next holder. A thread state that was asked after it left finds no request at its next check, and goes on.
    /// </remarks>
    private void RequestHandOver(LockWaiter waiter, bool urgent)
    {
        lock (this)
        {
            if (first != waiter) return;
            handOver = true;
        }

        Interlocked.MemoryBarrier();
        seam?.Point("lock.ask");
        var asked = Holder;
        seam?.Point("lock.asked");
        asked?.RequestToGiveWay(urgent);
    }

    /// <summary>Leaves the queue.</summary>
    /// <returns>Whether the lock has been granted meanwhile.</returns>
    private bool GiveUp(LockWaiter waiter)
    {
        seam?.Point("lock.give-up");
        lock (this)
        {
            Remove(waiter);
            waiter.Reset();
            return holder == waiter.ThreadState;
        }
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
            handOver = false;
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
