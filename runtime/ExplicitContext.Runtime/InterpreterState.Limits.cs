namespace ExplicitContext.Runtime;

// What the interpreter's runs use up.
public sealed partial class InterpreterState
{
    [GuardedBy(nameof(Gate))]
    private RunMeter? meter;

    [GuardedBy(nameof(Gate))]
    private long allocatedBytes;

    /// <summary>What the interpreter's runs have allocated, in bytes, where <see cref="InterpreterLimits.MaxAllocatedBytes"/> is set; else 0.</summary>
    public long AllocatedBytes => Volatile.Read(ref allocatedBytes);

    internal void CheckQuota(ThreadState tstate) => meter?.Check(allocatedBytes);

    private RunMeter? BeginMetering(ThreadState tstate)
    {
        if (Options.Limits is { MaxRunTime: null, MaxAllocatedBytes: null } || meter is not null) return null;
        return meter = new RunMeter(tstate);
    }

    private void EndMetering(RunMeter? begun)
    {
        if (begun is null) return;
        allocatedBytes += begun.Allocated;
        meter = null;
        begun.Dispose();
    }
}
