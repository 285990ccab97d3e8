namespace ExplicitContext.Runtime;

public sealed partial class InterpreterState
{
    /// <summary>How this interpreter sends objects of types that are not shareable by themselves.</summary>
    [field: GuardedBy("set once")]
    public CopierRegistry Copiers { get; } = new();
}
