namespace ExplicitContext.Runtime;

/// <summary>A thread that waits.</summary>
internal sealed class ThreadWaiting<T>(Exchange<T> exchange, InterpreterState? interp, bool takes) : Waiting<T>(exchange, interp, takes)
{
    private readonly Waiter waiter = new(exchange.Runtime.Seam, exchange.Runtime.Clock);

    public override void Wake() => waiter.Send(Signal.Granted);

    /// <summary>Sleeps until the wait has an outcome, or gives it one when the time is up or the token is cancelled.</summary>
    public void Sleep(Deadline deadline, CancellationToken cancellationToken)
    {
        while (Outcome == Outcome.Pending)
        {
            waiter.Wait(deadline, cancellationToken);
            if (Outcome != Outcome.Pending) return;
            if (cancellationToken.IsCancellationRequested) Exchange.TryWithdraw(this, Outcome.Cancelled);
            else if (deadline.HasPassed) Exchange.TryWithdraw(this, Outcome.TimedOut);
        }
    }
}
