namespace ExplicitContext.Runtime;

/// <summary>Something that hooks are told of before, or as, it happens.</summary>
/// <remarks>Source: PEP 578, <c>sys.audit</c>.</remarks>
/// <param name="Name">What, such as "interpreter.create".</param>
/// <param name="Runtime">The runtime.</param>
/// <param name="Interpreter">The interpreter that it is about; null where it is about none yet, or all.</param>
/// <param name="Argument">More of it; null where there is none.</param>
public readonly record struct AuditEvent(string Name, RuntimeState Runtime, InterpreterState? Interpreter, object? Argument);
