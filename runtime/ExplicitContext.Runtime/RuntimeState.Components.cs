namespace ExplicitContext.Runtime;

public sealed partial class RuntimeState
{
    // A library with static state exists once in the process, so who uses it can only be known process-wide.
    [GuardedBy("set once")]
    private readonly ComponentClaims components;

    internal ComponentClaims Components => components;
}
