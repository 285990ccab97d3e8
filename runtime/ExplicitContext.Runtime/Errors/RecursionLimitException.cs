namespace ExplicitContext.Runtime;

/// <summary>Code that runs in an interpreter calls itself too deeply.</summary>
/// <remarks>Source: Python's <c>RecursionError</c>.</remarks>
public sealed class RecursionLimitException : InterpreterException
{
    internal RecursionLimitException(InterpreterId id, int depth)
        : base(id, $"{depth} calls are open on this thread of interpreter {id}, and no more may be. Raise InterpreterState.RecursionLimit, or let the recursion end.")
    {
    }
}
