namespace ExplicitContext.Runtime;

// Between the object and its place in the registry.
public sealed partial class InterpreterState
{
    /// <summary>Makes the interpreter ready, before anybody can find it.</summary>
    internal void Open()
    {
    }

    /// <summary>Releases what an interpreter holds that never became ready.</summary>
    internal void Abort()
    {
        ClearState([]);
        MoveOn(InterpreterPhase.Closed);
    }
}
