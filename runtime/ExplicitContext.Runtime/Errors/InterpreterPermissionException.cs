namespace ExplicitContext.Runtime;

/// <summary>Code that runs in an interpreter wants what the interpreter's options do not allow.</summary>
/// <remarks>Source: CPython's <c>RuntimeError</c> "... not supported for isolated subinterpreters".</remarks>
public sealed class InterpreterPermissionException : InterpreterException
{
    internal InterpreterPermissionException(InterpreterId id, InterpreterPermission permission)
        : base(id, $"Interpreter {id} allows no {What(permission)}. Set InterpreterOptions.Allow{permission} when you create it.") =>
        Permission = permission;

    /// <summary>What is not allowed.</summary>
    public InterpreterPermission Permission { get; }

    private static string What(InterpreterPermission permission) => permission switch
    {
        InterpreterPermission.Fork => "starting of processes (fork)",
        InterpreterPermission.Exec => "loading of programs (exec)",
        InterpreterPermission.Threads => "threads",
        _ => "daemon threads",
    };
}
