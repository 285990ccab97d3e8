namespace ExplicitContext.Runtime;

/// <summary>
/// Code that ran in an interpreter threw. What it threw has stayed there; this tells of it by names and texts, and holds no object of the interpreter.
/// </summary>
/// <remarks>Source: PEP 734, <c>ExecutionFailed</c>.</remarks>
public sealed class ExecutionFailedException : InterpreterException
{
    internal ExecutionFailedException(InterpreterId id, ErrorInfo info)
        : base(id, $"{info.TypeName}: {info.Message}") => Info = info;

    /// <summary>What was thrown.</summary>
    public ErrorInfo Info { get; }

    /// <summary>This exception, then what was thrown with its stack.</summary>
    /// <returns>As for every exception, with <see cref="ErrorInfo.Display"/> below.</returns>
    public override string ToString() => $"{base.ToString()}\n--- In interpreter {Interpreter}: ---\n{Info.Display}";
}
