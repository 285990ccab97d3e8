namespace ExplicitContext.Runtime;

/// <summary>A thread that waits.</summary>
internal sealed class ThreadWaiting<T>(Exchange<T> exchange, InterpreterState? interp, bool takes) : Waiting<T>(exchange, interp, takes)
{
    private readonly Waiter waiter = new(exchange.Runtime.Seam, exchange.Runtime.Clock);

    public override void Wake() => waiter.Send(Signal.Granted);

    /// <summary>Sleeps until the wait has an outcome, or gives it one when the time is up or the token is cancelled.</summary>
    public void Sleep(Deadline deadline, CancellationToken cancellationToken)
    {
        while (Outcome == Outcome.Pending) SleepOnce(deadline, cancellationToken);
    }

    /// <summary>As <see cref="Sleep(Deadline, CancellationToken)"/>, for a thread inside, which lets others in and does what they ask of it.</summary>
    public void Sleep(ThreadState tstate, Deadline deadline, CancellationToken cancellationToken)
    {
        // What is still asked after a check is not for now, and wakes nobody again.
        for (var heard = BreakerBits.None; Outcome == Outcome.Pending; heard = tstate.Calls)
        {
            using (tstate.AllowThreads())
            {
                tstate.BeginSleep(waiter);
                try
                {
                    while (Outcome == Outcome.Pending && (tstate.Calls & ~heard) == 0) SleepOnce(deadline, cancellationToken);
                }
                finally
                {
                    tstate.EndSleep();
                }
            }

            if (Outcome == Outcome.Pending) tstate.CheckBreaker();
        }
    }

    private void SleepOnce(Deadline deadline, CancellationToken cancellationToken)
    {
        waiter.Wait(deadline, cancellationToken);
        if (Outcome != Outcome.Pending) return;
        if (cancellationToken.IsCancellationRequested) Exchange.TryWithdraw(this, Outcome.Cancelled);
        else if (deadline.HasPassed) Exchange.TryWithdraw(this, Outcome.TimedOut);
    }
}
