namespace ExplicitContext.Runtime;

/// <summary>An interpreter cannot be closed from here. Nothing has changed.</summary>
/// <remarks>Source: PEP 734, <c>Interpreter.close</c>, which refuses the main and the current interpreter.</remarks>
public sealed class InterpreterCloseRefusedException : InterpreterException
{
    private InterpreterCloseRefusedException(InterpreterId id, string message)
        : base(id, message)
    {
    }

    internal static InterpreterCloseRefusedException MainInterpreter() => new(
        InterpreterId.Main,
        "Interpreter 0 is the main interpreter and lives as long as its runtime. Dispose of the RuntimeState to close it.");

    internal static InterpreterCloseRefusedException NotMainThread() => new(
        InterpreterId.Main,
        "The runtime may be disposed of only by the thread that started it, because RuntimeOptions.FinalizeOnMainThreadOnly is set.");

    internal static InterpreterCloseRefusedException FromInside(InterpreterId id) => new(
        id,
        $"Interpreter {id} cannot be closed by a thread that is inside it, be it attached, detached for a while or in another interpreter that it entered from there. "
        + "Close it after Run, Call or the attach scope has ended, or from another thread.");

    internal static InterpreterCloseRefusedException RuntimeFromInside(InterpreterId id) => new(
        id,
        $"The runtime cannot be disposed of by a thread that is inside one of its interpreters ({id}). "
        + "Dispose of it after Run, Call or the attach scope has ended, or from another thread.");
}
