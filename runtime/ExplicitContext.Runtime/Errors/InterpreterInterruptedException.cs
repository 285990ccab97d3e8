namespace ExplicitContext.Runtime;

/// <summary>The host was interrupted, such as by Ctrl+C, while its main thread ran in the main interpreter.</summary>
/// <remarks>Source: Python's <c>KeyboardInterrupt</c>; CPython <c>PyErr_SetInterrupt</c>.</remarks>
public sealed class InterpreterInterruptedException : InterpreterException
{
    internal InterpreterInterruptedException()
        : base(InterpreterId.Main, "The main thread was interrupted in the main interpreter.")
    {
    }
}
