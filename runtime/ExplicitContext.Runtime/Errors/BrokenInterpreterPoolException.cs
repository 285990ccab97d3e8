namespace ExplicitContext.Runtime;

/// <summary>A pool could not make a worker ready, or has lost one, and takes no more work. What runs already ends as it would; shut the pool down.</summary>
/// <remarks>Source: <c>concurrent.futures.interpreter.BrokenInterpreterPool</c>.</remarks>
public sealed class BrokenInterpreterPoolException : InterpreterException
{
    internal BrokenInterpreterPoolException(string pool, Exception cause)
        : base(
            (cause as InterpreterException)?.Interpreter,
            $"The pool '{pool}' is broken and takes no more work, because of a {cause.GetType().Name}: {cause.Message} Shut the pool down, and create another one.",
            cause)
    {
    }
}
