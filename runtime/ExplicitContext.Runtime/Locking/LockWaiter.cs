namespace ExplicitContext.Runtime;

/// <summary>A thread's place in the queue of an interpreter's lock.</summary>
internal sealed class LockWaiter(ThreadState tstate) : Waiter(tstate.Interp.Runtime.Seam, tstate.Interp.Runtime.Clock)
{
    public ThreadState ThreadState { get; } = tstate;

    /// <summary>Who comes after in the queue of the lock, under whose monitor this is.</summary>
    public LockWaiter? NextInLine { get; set; }

    /// <inheritdoc/>
    protected override bool MayYield => false;
}
