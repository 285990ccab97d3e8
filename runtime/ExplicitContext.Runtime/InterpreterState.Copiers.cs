namespace ExplicitContext.Runtime;

public sealed partial class InterpreterState
{
    /// <summary>How this interpreter sends objects of types that are not shareable by themselves.</summary>
    public CopierRegistry Copiers { get; } = new();
}
