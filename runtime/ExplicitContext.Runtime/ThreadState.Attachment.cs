using System.Diagnostics;

namespace ExplicitContext.Runtime;

// Taking and giving back the interpreter's lock.
public sealed partial class ThreadState
{
    // How many scopes are open, attaching and releasing ones counted alike: they end in the opposite order, and above 0 the thread is inside the
    // interpreter even where it does not hold the lock. Written by the own thread only.
    [GuardedBy("the own thread")]
    private int depth;

    /// <summary>Where the thread came in last; null unless <see cref="RuntimeOptions.CaptureStacks"/> is set.</summary>
    [field: GuardedBy("the own thread")]
    internal StackTrace? Entered { get; set; }

    /// <summary>Where the thread waits for the lock; made at its first wait.</summary>
    [field: GuardedBy("the own thread")]
    internal LockWaiter Waiter => field ??= new LockWaiter(this);

    /// <summary>
    /// Brings the calling thread in with this state instead of with <paramref name="previous"/>, which it takes back where that fails.
    /// </summary>
    /// <returns>The depth of the scope that is open now, or 0 where the deadline came first.</returns>
    /// <exception cref="InterpreterFinalizingException">The interpreter is finalizing or closed.</exception>
    /// <exception cref="InterpreterAbandonedException">The thread that holds the lock has ended without giving it back.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    internal int Enter(ThreadState? previous, Deadline deadline, CancellationToken cancellationToken)
    {
        if (previous == this) return ++depth;

        var entered = false;
        previous?.Release();
        try
        {
            entered = Acquire(EnterMode.Barging, deadline, cancellationToken);
        }
        finally
        {
            if (!entered) previous?.Reacquire();
        }

        return entered ? ++depth : 0;
    }

    /// <summary>Ends the attach scope that was opened at <paramref name="scopeDepth"/>.</summary>
    internal void Leave(ThreadState? previous, int scopeDepth)
    {
        if (depth != scopeDepth || stops > 0 || (attached is not null && attached != this)) throw AttachmentException.WrongOrder(this, attached);
        depth--;
        if (previous == this) return;
        if (attached == this) Release();
        previous?.Reacquire();
    }

    /// <summary>Ends the scope, opened at <paramref name="scopeDepth"/>, in which other threads were allowed in.</summary>
    internal void EndAllowThreads(int scopeDepth)
    {
        if (depth != scopeDepth || attached is not null) throw AttachmentException.WrongOrder(this, attached);
        depth--;
        Reacquire();
    }

    /// <summary>Takes the lock for the thread that closes the interpreter, also from a thread that has ended without giving it back.</summary>
    /// <returns>False where the deadline came first.</returns>
    internal bool EnterToClose(Deadline deadline, CancellationToken cancellationToken)
    {
        while (true)
        {
            switch (Interp.Gate.Enter(this, EnterMode.Barging, deadline, cancellationToken))
            {
                case EnterOutcome.TimedOut: return false;
                case EnterOutcome.Abandoned when Interp.Gate.Holder is not { } dead || !Interp.Gate.TryTakeOver(dead, this): continue;
            }

            OnAttached();
            depth++;
            return true;
        }
    }

    /// <summary>Leaves the interpreter that this thread has closed.</summary>
    internal void LeaveClosed()
    {
        depth--;
        Release();
    }

    /// <summary>Leaves the interpreter for as long as the thread waits for something outside of it.</summary>
    /// <exception cref="AttachmentException">The thread has stopped all others of its interpreter, and keeps them until it lets them go.</exception>
    internal void Release()
    {
        if (stops > 0) throw AttachmentException.WorldIsStopped(this);
        attached = null;
        Interp.Gate.Exit(this);
    }

    /// <summary>Comes back after <see cref="Release"/>.</summary>
    /// <exception cref="InterpreterFinalizingException">The interpreter was closed meanwhile. The thread is attached to none.</exception>
    internal void Reacquire() => Acquire(EnterMode.Barging, Deadline.Never, CancellationToken.None);

    /// <summary>Holds the lock without being inside: to stop all others, the one that closes the interpreter as well.</summary>
    /// <returns>False where the interpreter is closed, or its lock held by a thread that has ended: then nobody runs in it.</returns>
    internal bool TryHold()
    {
        while (Interp.Phase != InterpreterPhase.Closed)
        {
            switch (Interp.Gate.Enter(this, EnterMode.Urgent, Deadline.Never, CancellationToken.None))
            {
                case EnterOutcome.Entered: return true;
                case EnterOutcome.Abandoned: return false;
            }
        }

        return false;
    }

    private bool Acquire(EnterMode mode, Deadline deadline, CancellationToken cancellationToken)
    {
        Interp.Runtime.LockObserver?.Blocking();
        EnterOutcome outcome;
        try
        {
            outcome = Interp.Gate.Enter(this, mode, deadline, cancellationToken);
        }
        catch
        {
            SetBreaker(BreakerBits.Lost);
            throw;
        }

        Interp.Seam?.Point("attach.entered");
        if (outcome == EnterOutcome.Entered && Interp.IsShutTo(this))
        {
            Interp.Gate.Exit(this);
            outcome = EnterOutcome.Refused;
        }

        if (outcome == EnterOutcome.Entered)
        {
            OnAttached();
            return true;
        }

        SetBreaker(BreakerBits.Lost);
        return outcome switch
        {
            EnterOutcome.TimedOut => false,
            EnterOutcome.Abandoned => throw new InterpreterAbandonedException(Interp.Id, Interp.Gate.Holder),
            _ => throw Interp.Unavailable(),
        };
    }

    private void OnAttached()
    {
        attached = this;
        if ((Volatile.Read(ref breaker) & (int)BreakerBits.Lost) != 0) ClearBreaker(BreakerBits.Lost);
        if (Interp.HasPendingFor(this)) SetBreaker(BreakerBits.Pending | BreakerBits.Interrupt);
    }

    private void RequireAttached()
    {
        if (attached == this) return;
        if ((Volatile.Read(ref breaker) & (int)BreakerBits.Lost) != 0 && Interp.Phase >= InterpreterPhase.Finalizing) throw Interp.Unavailable();
        throw NotAttachedException.With(this, attached);
    }
}
