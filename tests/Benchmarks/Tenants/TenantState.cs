namespace Benchmarks.Tenants;

/// <summary>The same as <see cref="Tenant"/>, as the state of an interpreter.</summary>
internal sealed class TenantState
{
    public static readonly InterpreterSlot<TenantState> Slot = new(static _ => new TenantState());

    private int calls;

    public static int Work(ThreadState tstate, int argument)
    {
        var state = tstate.Interp.GetState(Slot);
        state.calls++;
        return argument + state.calls;
    }
}
