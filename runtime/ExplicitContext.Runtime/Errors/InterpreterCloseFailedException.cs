namespace ExplicitContext.Runtime;

/// <summary>The interpreter, or the runtime with all of its interpreters, is closed, but not all went well on the way.</summary>
public sealed class InterpreterCloseFailedException : InterpreterException
{
    internal InterpreterCloseFailedException(InterpreterId id, IReadOnlyList<Exception> errors)
        : base(
            id,
            $"Interpreter {id} is closed, but its exit functions and the disposal of its state left {errors.Count} errors, the first one: {errors[0].Message}",
            new AggregateException(errors)) =>
        Errors = errors;

    /// <summary>What was thrown, in that order. Never empty.</summary>
    public IReadOnlyList<Exception> Errors { get; }
}
