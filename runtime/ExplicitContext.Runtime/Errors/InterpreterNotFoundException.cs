namespace ExplicitContext.Runtime;

/// <summary>There is no interpreter with this id: it was never created, or it is closed.</summary>
/// <remarks>Source: PEP 734, <c>InterpreterNotFoundError</c>.</remarks>
public sealed class InterpreterNotFoundException : InterpreterException
{
    internal InterpreterNotFoundException(InterpreterId id)
        : base(id, $"There is no interpreter {id} in this runtime: it was never created, or it is closed. RuntimeState.Interpreters lists those that are there.")
    {
    }
}
