namespace ExplicitContext.Runtime;

/// <summary>An error of the runtime itself, not of the code that runs in it. The base of all of them.</summary>
/// <remarks>Source: PEP 734, <c>InterpreterError</c>.</remarks>
/// <param name="interpreter">The interpreter that it is about, or null.</param>
/// <param name="message">What, where, and what to do.</param>
/// <param name="inner">The cause, or null.</param>
public class InterpreterException(InterpreterId? interpreter, string message, Exception? inner = null) : Exception(message, inner)
{
    /// <summary>The interpreter that the error is about, or null where it is about none or all.</summary>
    public InterpreterId? Interpreter { get; } = interpreter;
}
