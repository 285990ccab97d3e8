namespace ExplicitContext.Runtime;

/// <summary>Looks now and then at what a run has used up, where its interpreter has limits.</summary>
internal sealed class RunMeter : IDisposable
{
    private readonly ThreadState tstate;
    private readonly long started;
    private readonly long allocatedBefore;
    private readonly ITimer timer;

    public RunMeter(ThreadState tstate)
    {
        this.tstate = tstate;
        var clock = tstate.Interp.Runtime.Clock;
        started = clock.GetTimestamp();
        allocatedBefore = GC.GetAllocatedBytesForCurrentThread();
        timer = clock.CreateTimer(static meter => ((RunMeter)meter!).Look(), this, Limits.MaxAllocatedBytes is null ? Limits.MaxRunTime!.Value : Interval, Interval);
    }

    private InterpreterLimits Limits => tstate.Interp.Options.Limits;

    private TimeSpan Interval => tstate.Interp.SwitchInterval;

    /// <summary>Throws where a limit is reached. Called by the thread that runs.</summary>
    /// <param name="allocatedBefore">What the interpreter's runs have allocated before this one.</param>
    /// <exception cref="InterpreterQuotaException">A limit is reached.</exception>
    public void Check(long allocatedBefore)
    {
        var id = tstate.Interp.Id;
        if (tstate.Interp.Runtime.Clock.GetElapsedTime(started) >= Limits.MaxRunTime)
            throw new InterpreterQuotaException(id, nameof(InterpreterLimits.MaxRunTime), $"a run has taken longer than {Limits.MaxRunTime}.");
        if (allocatedBefore + Allocated >= Limits.MaxAllocatedBytes)
            throw new InterpreterQuotaException(id, nameof(InterpreterLimits.MaxAllocatedBytes), $"its runs have allocated more than {Limits.MaxAllocatedBytes} bytes.");
    }

    /// <summary>What this run has allocated so far, in bytes.</summary>
    public long Allocated => GC.GetAllocatedBytesForCurrentThread() - allocatedBefore;

    public void Dispose() => timer.Dispose();

    private void Look() => tstate.SetBreaker(BreakerBits.Quota);
}
