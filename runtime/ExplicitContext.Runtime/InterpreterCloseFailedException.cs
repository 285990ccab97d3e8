namespace ExplicitContext.Runtime;

/// <summary>The interpreter, or the runtime with all of its interpreters, is closed, but not all exit functions and disposals went well.</summary>
public sealed class InterpreterCloseFailedException : InterpreterException
{
    internal InterpreterCloseFailedException(InterpreterId id, IReadOnlyList<Exception> errors)
        : base(
            id,
            $"Interpreter {id} is closed, but {errors.Count} of its exit functions and disposals failed; the first one with: {errors[0].Message}",
            new AggregateException(errors)) =>
        Errors = errors;

    /// <summary>What was thrown, in that order. Never empty.</summary>
    public IReadOnlyList<Exception> Errors { get; }
}
