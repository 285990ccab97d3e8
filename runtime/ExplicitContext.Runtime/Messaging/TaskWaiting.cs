namespace ExplicitContext.Runtime;

/// <summary>A task that waits; no thread does.</summary>
internal sealed class TaskWaiting<T>(Exchange<T> exchange, InterpreterState? interp, bool takes) : Waiting<T>(exchange, interp, takes)
{
    private readonly TaskCompletionSource woken = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public override void Wake() => woken.TrySetResult();

    /// <summary>Ends when the wait has an outcome; gives it one when the time is up or the token is cancelled.</summary>
    public async Task Sleep(Deadline deadline, CancellationToken cancellationToken)
    {
        using var registration = cancellationToken.UnsafeRegister(static waiting => Withdraw(waiting, Outcome.Cancelled), this);
        using var timer = StartTimer(deadline.Remaining);
        await woken.Task.ConfigureAwait(false);
    }

    private static void Withdraw(object? waiting, Outcome why)
    {
        var self = (TaskWaiting<T>)waiting!;
        self.Exchange.TryWithdraw(self, why);
    }

    private ITimer? StartTimer(TimeSpan timeout) =>
        timeout == Timeout.InfiniteTimeSpan
            ? null
            : Exchange.Runtime.Clock.CreateTimer(
                static waiting => Withdraw(waiting, Outcome.TimedOut),
                this,
                TimeSpan.FromMilliseconds(Math.Ceiling(timeout.TotalMilliseconds)),
                Timeout.InfiniteTimeSpan);
}
