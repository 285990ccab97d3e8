namespace ExplicitContext.Runtime;

public sealed partial class RuntimeState
{
    // Queues and channels lie between interpreters and belong to none.
    [GuardedBy("set once")]
    private readonly CrossObjects crossObjects;
}
