namespace ExplicitContext.Runtime;

/// <summary>An interpreter does one run at a time, and one goes on. Nothing has happened.</summary>
/// <remarks>Source: PEP 734, "interpreter already running".</remarks>
public sealed class InterpreterAlreadyRunningException : InterpreterException
{
    internal InterpreterAlreadyRunningException(InterpreterId id, string wanted)
        : base(
            id,
            $"Interpreter {id} is running, so it cannot {wanted} now. Wait until the Run or Call in it has ended, use another interpreter, "
            + "or enter beside the run with Attach.")
    {
    }
}
