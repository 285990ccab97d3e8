namespace ExplicitContext.Runtime;

/// <summary>An interpreter wants a component of which the process has one instance, and another interpreter uses that.</summary>
/// <remarks>Source: CPython's <c>ImportError</c> "module ... does not support loading in subinterpreters".</remarks>
public sealed class ComponentConflictException : InterpreterException
{
    internal ComponentConflictException(InterpreterId id, Component component, InterpreterId user)
        : base(
            id,
            $"Interpreter {id} cannot use the component '{component}': the process has one instance of it, and interpreter {user} uses that. Close that one first, "
            + "give both a version without static state, or set InterpreterState.ComponentCheckOverride to false where sharing it is known to do no harm.")
    {
        Component = component;
        User = user;
    }

    /// <summary>The component.</summary>
    public Component Component { get; }

    /// <summary>An interpreter that uses it.</summary>
    public InterpreterId User { get; }
}
