namespace ExplicitContext.Runtime;

public sealed partial class InterpreterState
{
    /// <summary>The text streams of this interpreter. Call it from inside.</summary>
    /// <remarks>Source: <c>sys.stdin</c>, <c>sys.stdout</c>, <c>sys.stderr</c>.</remarks>
    /// <exception cref="NotAttachedException">The calling thread does not hold this interpreter's lock.</exception>
    public InterpreterStreams Streams => GetState(InterpreterStreams.Slot);
}
