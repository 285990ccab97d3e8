namespace ExplicitContext.Runtime;

/// <summary>A thread that waits for a worker's interpreter, to run in it itself.</summary>
internal sealed class PoolRental(RuntimeState runtime) : PoolRequest
{
    private readonly Waiter waiter = new(runtime.Seam, runtime.Clock);

    [GuardedBy("atomic")]
    private PoolWorker? worker;

    [GuardedBy("atomic")]
    private Exception? error;

    /// <inheritdoc/>
    public override void Grant(PoolWorker worker)
    {
        Volatile.Write(ref this.worker, worker);
        waiter.Send(Signal.Granted);
    }

    /// <inheritdoc/>
    public override void Refuse(Exception error)
    {
        Volatile.Write(ref this.error, error);
        waiter.Send(Signal.Refused);
    }

    /// <summary>Waits.</summary>
    /// <returns>The worker; null where the token was cancelled first.</returns>
    /// <exception cref="BrokenInterpreterPoolException">The pool has broken meanwhile.</exception>
    /// <exception cref="ObjectDisposedException">The pool was shut down meanwhile.</exception>
    public PoolWorker? Wait(CancellationToken cancellationToken)
    {
        while (true)
        {
            if (Volatile.Read(ref worker) is { } granted) return granted;
            if (Volatile.Read(ref error) is { } refused) throw refused;
            if (cancellationToken.IsCancellationRequested) return null;
            waiter.Wait(Deadline.Never, cancellationToken);
        }
    }
}
