namespace ExplicitContext.Runtime;

// What this visit of the thread uses up.
public sealed partial class ThreadState
{
    [GuardedBy("the own thread")]
    private RunMeter? meter;

    /// <summary>Begins to measure, where the interpreter has limits and the thread is not measured already.</summary>
    /// <returns>Whether <see cref="EndMetering"/> is to be called.</returns>
    internal bool BeginMetering()
    {
        if (!Interp.Options.Limits.MeasureRuns || meter is not null) return false;
        meter = new RunMeter(this);
        return true;
    }

    /// <summary>Ends what <see cref="BeginMetering"/> began. Where the thread has lost the lock, what it did since the last look goes uncounted.</summary>
    internal void EndMetering()
    {
        if (IsAttached) meter!.Settle();
        meter!.Dispose();
        meter = null;
        ClearBreaker(BreakerBits.Quota);
    }

    internal void CheckQuota() => meter?.Check();
}
