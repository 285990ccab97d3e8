namespace ExplicitContext.Runtime;

/// <summary>The interpreter is closed for good.</summary>
public sealed class InterpreterClosedException : InterpreterFinalizingException
{
    internal InterpreterClosedException(InterpreterId id)
        : base(id, $"Interpreter {id} is closed, so no thread can run in it any more. Create another one with RuntimeState.CreateInterpreter.")
    {
    }
}
