namespace ExplicitContext.Runtime;

public sealed partial record InterpreterOptions
{
    /// <summary>
    /// For code of others: a lock and an account of its own, threads but no daemons, no process starts, components checked. The same as
    /// <c>new InterpreterOptions()</c>.
    /// </summary>
    /// <remarks>Source: <c>_PyInterpreterConfig_INIT</c>, the name "isolated" of <c>_interpreters.new_config</c>.</remarks>
    public static InterpreterOptions Isolated => new();

    /// <summary>For code that was written for one interpreter a process: all allowed, no checks, the main interpreter's lock and account.</summary>
    /// <remarks>Source: <c>_PyInterpreterConfig_LEGACY_INIT</c>, the name "legacy".</remarks>
    public static InterpreterOptions Legacy => new()
    {
        Lock = InterpreterLockKind.SharedWithMain,
        UseMainAccount = true,
        AllowFork = true,
        AllowExec = true,
        AllowThreads = true,
        AllowDaemonThreads = true,
        CheckComponents = false,
    };

    /// <summary>
    /// Nothing allowed, nothing checked, the main interpreter's lock: a start for one's own choice. It is refused as it stands, as in CPython,
    /// because an account of its own asks for <see cref="CheckComponents"/>; set that, or <see cref="UseMainAccount"/>.
    /// </summary>
    /// <remarks>Source: <c>_interpreters.new_config("empty")</c>, where the lock is "default", which means shared.</remarks>
    public static InterpreterOptions Empty => new()
    {
        Lock = InterpreterLockKind.SharedWithMain,
        UseMainAccount = false,
        AllowFork = false,
        AllowExec = false,
        AllowThreads = false,
        AllowDaemonThreads = false,
        CheckComponents = false,
    };

    /// <summary>A preset by its name, for configuration that comes as text.</summary>
    /// <remarks>Source: <c>_interpreters.new_config</c>.</remarks>
    /// <param name="name">"isolated", "legacy" or "empty".</param>
    /// <returns>The preset.</returns>
    /// <exception cref="ArgumentException">There is no such preset.</exception>
    public static InterpreterOptions Preset(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return name switch
        {
            "isolated" => Isolated,
            "legacy" => Legacy,
            "empty" => Empty,
            _ => throw new ArgumentException($"There is no preset '{name}'. The presets are isolated, legacy and empty.", nameof(name)),
        };
    }
}
