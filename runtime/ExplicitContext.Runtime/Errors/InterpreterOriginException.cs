namespace ExplicitContext.Runtime;

/// <summary>An interpreter belongs to somebody who alone may do that with it. Nothing has happened.</summary>
/// <remarks>Source: CPython's "unrecognized interpreter".</remarks>
public sealed class InterpreterOriginException : InterpreterException
{
    internal InterpreterOriginException(InterpreterState interp, string wanted)
        : base(
            interp.Id,
            $"Interpreter {interp.Id} is of origin {interp.Origin}{(interp.Options.Owner is { } owner ? $" and belongs to {owner}" : "")}, so one cannot {wanted}. "
            + "Ask its owner, or create an interpreter of your own.")
    {
    }
}
