namespace ExplicitContext.Runtime;

/// <summary>How an interpreter came to be.</summary>
/// <remarks>Source: CPython <c>PyInterpreterState._whence</c>, <c>Interpreter.whence</c>.</remarks>
public enum InterpreterOrigin
{
    /// <summary>It is the main interpreter.</summary>
    RuntimeStart,

    /// <summary>By <see cref="RuntimeState.CreateInterpreter"/>, for whoever asked.</summary>
    Library,

    /// <summary>By a host that owns it; see <see cref="InterpreterOptions.Owner"/>.</summary>
    Host,
}
