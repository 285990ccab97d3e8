namespace ExplicitContext.Runtime;

// Source of the interpreter's language, run by code that is inside already: part of the run that goes on, if any. Nothing crosses.
public sealed partial class InterpreterState
{
    /// <summary>Runs source of the interpreter's language from inside, within the run that goes on. Exceptions pass as the language throws them.</summary>
    /// <param name="tstate">The calling thread's state.</param>
    /// <param name="source">The source.</param>
    /// <param name="name">What error positions call it.</param>
    /// <exception cref="InterpreterException">The interpreter speaks no language.</exception>
    /// <exception cref="NotAttachedException">The calling thread is not inside.</exception>
    public void Exec(ThreadState tstate, string source, string name = DefaultSourceName)
    {
        RequireSource(source, name);
        RequireInside(tstate);
        ExecIn(tstate, (source, name));
    }

    /// <summary>Evaluates an expression from inside. See <see cref="Exec(ThreadState, string, string)"/>.</summary>
    /// <param name="tstate">The calling thread's state.</param>
    /// <param name="expression">The expression's source.</param>
    /// <param name="name">What error positions call it.</param>
    /// <returns>The value as .NET knows it.</returns>
    /// <exception cref="InterpreterException">The interpreter speaks no language.</exception>
    /// <exception cref="NotAttachedException">The calling thread is not inside.</exception>
    public object? Evaluate(ThreadState tstate, string expression, string name = DefaultSourceName)
    {
        RequireSource(expression, name);
        RequireInside(tstate);
        return EvaluateIn(tstate, (expression, name));
    }

    /// <summary>Calls a function of the language from inside. See <see cref="Exec(ThreadState, string, string)"/>.</summary>
    /// <param name="tstate">The calling thread's state.</param>
    /// <param name="function">A name, or a function that has crossed.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <returns>What the function returned.</returns>
    /// <exception cref="InterpreterException">The interpreter speaks no language.</exception>
    /// <exception cref="NotAttachedException">The calling thread is not inside.</exception>
    public object? CallFunction(ThreadState tstate, object function, IReadOnlyList<object?> arguments)
    {
        var call = CallOf(function, arguments);
        RequireInside(tstate);
        return CallIn(tstate, call);
    }
}
