namespace LuaHost;

/// <summary>A Lua error that no script has caught, told by texts.</summary>
/// <param name="name">What kind: "LuaError" for what scripts throw, else the name that the <c>interpreters</c> module has for it.</param>
/// <param name="message">What was thrown, as text.</param>
/// <param name="position">Where; null where that is not known.</param>
/// <param name="traceback">Lua's stack; null where there was none.</param>
internal sealed class LuaException(string name, string message, SourcePosition? position = null, string? traceback = null) : Exception(message)
{
    public string Name => name;

    public SourcePosition? Position => position;

    public string? Traceback => traceback;

    public ErrorInfo ToInfo() => new()
    {
        TypeName = name,
        Message = Message,
        Display = traceback ?? $"{name}: {Message}",
        StackTrace = traceback,
        Position = position,
    };
}
