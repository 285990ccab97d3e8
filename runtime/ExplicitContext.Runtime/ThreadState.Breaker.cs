using System.Runtime.CompilerServices;

namespace ExplicitContext.Runtime;

// What other threads ask of this one, and when it listens.
public sealed partial class ThreadState
{
    [GuardedBy("atomic")]
    private int breaker;

    [GuardedBy("atomic")]
    private Exception? asyncException;

    [GuardedBy("the own thread")]
    private CancellationToken cancellation;

    [GuardedBy("the own thread")]
    private int stops;

    /// <summary>Whether a check would do anything.</summary>
    internal bool IsBreakerSet => Volatile.Read(ref breaker) != 0;

    /// <summary>
    /// To be called wherever a loop turns: one read. Here the thread listens to what others ask of it, in this order: to stand still, to be
    /// interrupted, to run the calls that others have left, to look at its quota, to let another thread have its turn, to throw what another thread
    /// has set, to end because it was cancelled.
    /// </summary>
    /// <remarks>Source: CPython <c>CHECK_EVAL_BREAKER</c> and <c>_Py_HandlePending</c> in <c>ceval_gil.c</c>.</remarks>
    /// <exception cref="InterpreterFinalizingException">The interpreter was closed while another thread had its turn. The thread is not attached any more.</exception>
    /// <exception cref="NotAttachedException">The calling thread is not attached with this state.</exception>
    /// <exception cref="InterpreterInterruptedException">See <see cref="RuntimeState.Interrupt"/>.</exception>
    /// <exception cref="InterpreterQuotaException">The interpreter has used up what it was given.</exception>
    /// <exception cref="OperationCanceledException">The token of the run was cancelled.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void CheckBreaker()
    {
        if (IsBreakerSet) HandleBreaker();
    }

    /// <summary>Makes the thread throw an exception at its next check, once. May be called from any thread. A second one takes the first one's place.</summary>
    /// <remarks>Source: CPython <c>PyThreadState_SetAsyncExc</c>.</remarks>
    /// <param name="error">What the thread throws; null takes back what was set and not thrown yet.</param>
    [GuardedBy("atomic")]
    public void SetAsyncException(Exception? error)
    {
        Volatile.Write(ref asyncException, error);
        Interp.Seam?.Point("async-exception");
        if (error is null) ClearBreaker(BreakerBits.AsyncException);
        else SetBreaker(BreakerBits.AsyncException);
    }

    /// <summary>
    /// Keeps all other threads out of the interpreter until the scope is disposed of, even those that have waited for the switch interval. Until
    /// then the thread can neither allow others in nor go to another interpreter.
    /// </summary>
    /// <remarks>Source: CPython <c>_PyEval_StopTheWorld</c>. See <see cref="RuntimeState.StopTheWorld"/> for all interpreters at once.</remarks>
    /// <returns>The scope.</returns>
    /// <exception cref="NotAttachedException">The calling thread is not attached with this state.</exception>
    public StopTheWorldScope StopTheWorld()
    {
        RequireAttached();
        stops++;
        return new StopTheWorldScope(this);
    }

    internal void EndStopTheWorld()
    {
        if (--stops == 0 && Interp.Gate.IsHandOverRequested) SetBreaker(BreakerBits.GiveWay);
    }

    /// <summary>Asks the thread, from another one, to let others have the lock at its next check.</summary>
    internal void RequestToGiveWay(bool urgent) => SetBreaker(urgent ? BreakerBits.Stop : BreakerBits.GiveWay);

    /// <summary>Asks the thread, from any one, for something at its next check.</summary>
    internal void SetBreaker(BreakerBits bits)
    {
        Interlocked.Or(ref breaker, (int)bits);
        if ((bits & Calling) != 0) Volatile.Read(ref sleeper)?.Send(Signal.TryAgain);
    }

    internal void ClearBreaker(BreakerBits bits) => Interlocked.And(ref breaker, ~(int)bits);

    /// <summary>Makes a token end what the thread runs, until <see cref="EndCancellable"/>.</summary>
    /// <param name="token">The token of the run that begins.</param>
    /// <param name="outer">The token of the run around it.</param>
    internal CancellationTokenRegistration BeginCancellable(CancellationToken token, out CancellationToken outer)
    {
        outer = cancellation;
        cancellation = token;
        return token.UnsafeRegister(static tstate => ((ThreadState)tstate!).SetBreaker(BreakerBits.Cancelled), this);
    }

    internal void EndCancellable(CancellationTokenRegistration registration, CancellationToken outer)
    {
        var ended = cancellation;
        cancellation = outer;
        if (!ended.CanBeCanceled) return;
        registration.Dispose();
        ClearBreaker(BreakerBits.Cancelled);
        if (outer.IsCancellationRequested) SetBreaker(BreakerBits.Cancelled);
    }

    private void HandleBreaker()
    {
        RequireAttached();
        Interp.Seam?.Point("breaker");
        if (TakeBreaker(BreakerBits.Stop)) GiveWay();
        if (TakeBreaker(BreakerBits.Interrupt) && Interp.Runtime.TakeInterrupt()) throw new InterpreterInterruptedException();
        if (TakeBreaker(BreakerBits.Pending)) Interp.RunPendingCalls(this);
        if (TakeBreaker(BreakerBits.Quota)) CheckQuota();
        if (TakeBreaker(BreakerBits.GiveWay)) GiveWay();
        if (TakeBreaker(BreakerBits.AsyncException) && Interlocked.Exchange(ref asyncException, null) is { } error) throw error;
        if ((Volatile.Read(ref breaker) & (int)BreakerBits.Cancelled) != 0) cancellation.ThrowIfCancellationRequested();
    }

    private bool TakeBreaker(BreakerBits bit)
    {
        if ((Volatile.Read(ref breaker) & (int)bit) == 0) return false;
        ClearBreaker(bit);
        return true;
    }

    private void GiveWay()
    {
        Interp.Seam?.Point("breaker.give-way");
        if (stops > 0 || !Interp.Gate.TryGiveWay(this)) return;
        attached = null;
        Acquire(EnterMode.Queued, Deadline.Never, CancellationToken.None);
    }
}
