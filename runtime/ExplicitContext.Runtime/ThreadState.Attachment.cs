namespace ExplicitContext.Runtime;

// Taking and giving back the interpreter's lock.
public sealed partial class ThreadState
{
    // Another thread waits for the lock, and has waited long enough.
    private const int GiveWay = 1;

    // The lock could not be taken back, so the thread is inside without it.
    private const int Lost = 2;

    [GuardedBy("atomic")]
    private int breaker;

    /// <summary>Where the thread waits for the lock; made at its first wait.</summary>
    internal LockWaiter Waiter => field ??= new LockWaiter(this);

    /// <summary>Whether a check would do anything.</summary>
    internal bool IsBreakerSet => Volatile.Read(ref breaker) != 0;

    /// <summary>Asks the thread, from another one, to let others have the lock at its next check.</summary>
    internal void RequestToGiveWay() => Interlocked.Or(ref breaker, GiveWay);

    /// <summary>Attaches the calling thread with this state instead of with <paramref name="previous"/>, which it takes back where that fails.</summary>
    internal void SwapIn(ThreadState? previous)
    {
        previous?.Release();
        try
        {
            Acquire();
        }
        catch
        {
            previous?.Acquire();
            throw;
        }
    }

    /// <summary>Attaches the calling thread with <paramref name="previous"/> again instead of with this state.</summary>
    internal void SwapOut(ThreadState? previous)
    {
        if (attached == this) Release();
        previous?.Acquire();
    }

    /// <summary>Ends the attach scope that was opened at <paramref name="depth"/>.</summary>
    internal void Leave(ThreadState? previous, int depth)
    {
        if (Depth != depth || (attached is not null && attached != this)) throw AttachmentException.WrongOrder(this, attached);
        Depth--;
        if (previous != this) SwapOut(previous);
    }

    /// <summary>Ends the scope, opened at <paramref name="depth"/>, in which other threads were allowed in.</summary>
    internal void EndAllowThreads(int depth)
    {
        if (Depth != depth || attached is not null) throw AttachmentException.WrongOrder(this, attached);
        Depth--;
        Acquire();
    }

    /// <summary>Leaves the interpreter that this thread has closed.</summary>
    internal void Retire()
    {
        attached = null;
        Interp.Gate.Retire();
    }

    private void Acquire(bool inTurn = false)
    {
        try
        {
            if (!(inTurn ? Interp.Gate.EnterInTurn(this) : Interp.Gate.Enter(this))) throw Interp.Unavailable();
        }
        catch
        {
            Interlocked.Or(ref breaker, Lost);
            throw;
        }

        if ((Volatile.Read(ref breaker) & Lost) != 0) Interlocked.And(ref breaker, ~Lost);
        attached = this;
    }

    private void Release()
    {
        attached = null;
        Interp.Gate.Exit(this);
    }

    private void RequireAttached()
    {
        if (attached == this) return;
        if ((Volatile.Read(ref breaker) & Lost) != 0 && Interp.Phase >= InterpreterPhase.Finalizing) throw Interp.Unavailable();
        throw NotAttachedException.With(this, attached);
    }

    private void HandleBreaker()
    {
        RequireAttached();
        Interlocked.And(ref breaker, ~GiveWay);
        if (!Interp.Gate.TryGiveWay(this)) return;

        attached = null;
        Acquire(inTurn: true);
    }
}
