namespace ExplicitContext.Runtime;

// What flows along with a thread, kept apart from what flows outside.
public sealed partial class ThreadState
{
    [GuardedBy("the own thread")]
    private ExecutionContext? flow;

    /// <summary>Puts away what flows outside, such as <see cref="AsyncLocal{T}"/> values, and takes up what flows in this interpreter.</summary>
    /// <returns>What was put away; null where the flow is suppressed.</returns>
    internal ExecutionContext? EnterFlow()
    {
        var outside = ExecutionContext.Capture();
        if (outside is not null) ExecutionContext.Restore(flow ?? Interp.Runtime.CleanFlow);
        return outside;
    }

    internal void LeaveFlow(ExecutionContext? outside)
    {
        if (outside is null) return;
        flow = ExecutionContext.Capture();
        ExecutionContext.Restore(outside);
    }
}
