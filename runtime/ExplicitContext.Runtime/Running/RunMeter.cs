namespace ExplicitContext.Runtime;

/// <summary>Looks now and then at what one visit of a thread has used up, where the interpreter has limits.</summary>
internal sealed class RunMeter : IDisposable
{
    private readonly ThreadState tstate;
    private readonly long started;
    private readonly ITimer timer;

    // What the thread had allocated when it was last put on the account.
    [GuardedBy("the own thread")]
    private long settled;

    public RunMeter(ThreadState tstate)
    {
        this.tstate = tstate;
        var clock = tstate.Interp.Runtime.Clock;
        started = clock.GetTimestamp();
        settled = GC.GetAllocatedBytesForCurrentThread();
        var interval = tstate.Interp.SwitchInterval;
        timer = clock.CreateTimer(static meter => ((RunMeter)meter!).Look(), this, Limits.MaxAllocatedBytes is null ? Limits.MaxRunTime!.Value : interval, interval);
        if (tstate.Interp.Account.AllocatedBytes >= Limits.MaxAllocatedBytes) tstate.SetBreaker(BreakerBits.Quota);
    }

    private bool IsOverTime => tstate.Interp.Runtime.Clock.GetElapsedTime(started) >= Limits.MaxRunTime;

    private InterpreterLimits Limits => tstate.Interp.Options.Limits;

    /// <summary>Throws where a limit is reached. Called by the thread that runs, from inside.</summary>
    /// <exception cref="InterpreterQuotaException">A limit is reached.</exception>
    public void Check()
    {
        Settle();
        var interp = tstate.Interp;
        if (IsOverTime)
            throw new InterpreterQuotaException(interp.Id, nameof(InterpreterLimits.MaxRunTime), $"a run has taken {Limits.MaxRunTime}.");
        if (interp.Account.AllocatedBytes >= Limits.MaxAllocatedBytes)
            throw new InterpreterQuotaException(interp.Id, nameof(InterpreterLimits.MaxAllocatedBytes), $"{interp.Account.AllocatedBytes} bytes have been allocated, {Limits.MaxAllocatedBytes} may be.");
    }

    /// <summary>Puts what the thread has allocated since the last time on the account.</summary>
    public void Settle()
    {
        var now = GC.GetAllocatedBytesForCurrentThread();
        tstate.Interp.Account.AddAllocated(now - settled);
        settled = now;
    }

    public void Dispose() => timer.Dispose();

    // A thread that sleeps allocates nothing, and is woken only where its time is up.
    private void Look()
    {
        if (tstate.IsAttached || IsOverTime) tstate.SetBreaker(BreakerBits.Quota);
    }
}
