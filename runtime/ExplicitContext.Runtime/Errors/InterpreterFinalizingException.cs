namespace ExplicitContext.Runtime;

/// <summary>A thread cannot enter, or return to, an interpreter that is closing or closed. It was not made to wait.</summary>
/// <remarks>
/// Where the interpreter was closed while the thread was inside, the thread is attached to none when this arrives; its remaining scopes still end in
/// order. Source: PEP 788, where <c>PyThreadState_Ensure</c> fails instead of hanging.
/// </remarks>
public class InterpreterFinalizingException : InterpreterException
{
    internal InterpreterFinalizingException(InterpreterId id)
        : this(id, $"Interpreter {id} is being closed, so no thread can run in it any more. Let this thread's work in it end, or ask Phase before entering.")
    {
    }

    private protected InterpreterFinalizingException(InterpreterId id, string message)
        : base(id, message)
    {
    }
}
