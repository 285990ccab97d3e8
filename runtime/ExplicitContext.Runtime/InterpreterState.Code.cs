namespace ExplicitContext.Runtime;

// Where code comes from.
public sealed partial class InterpreterState
{
    /// <summary>
    /// Opens a file that code is read from: by <see cref="RuntimeOptions.OpenCodeHook"/> where the host has set one, else as a plain file, with the
    /// interpreter's lock released meanwhile. Tells the audit hooks <c>interpreter.open-code</c> with the path first.
    /// </summary>
    /// <remarks>Source: PEP 578, <c>io.open_code</c>.</remarks>
    /// <param name="tstate">The calling thread's state.</param>
    /// <param name="path">The file's full path: the current directory is the whole process's, and another interpreter may change it.</param>
    /// <returns>The bytes of the code. The caller disposes of it.</returns>
    /// <exception cref="ArgumentException">The path is not a full one.</exception>
    /// <exception cref="IOException">The file cannot be opened.</exception>
    /// <exception cref="InterpreterException">The host's hook returned null.</exception>
    /// <exception cref="NotAttachedException">The calling thread is not attached with this state.</exception>
    public Stream OpenCode(ThreadState tstate, string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        if (!Path.IsPathFullyQualified(path)) throw new ArgumentException($"'{path}' is no full path. Code is opened by full paths only.", nameof(path));
        RequireInside(tstate);
        tstate.Audit("interpreter.open-code", path);
        if (Runtime.Options.OpenCodeHook is { } hook)
            return hook(tstate, path) ?? throw new InterpreterException(Id, $"RuntimeOptions.OpenCodeHook returned null for '{path}'; it must return a stream, or throw to refuse.");
        using (tstate.AllowThreads()) return File.OpenRead(path);
    }
}
