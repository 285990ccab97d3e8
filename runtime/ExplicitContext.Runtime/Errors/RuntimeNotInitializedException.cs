namespace ExplicitContext.Runtime;

/// <summary>A hook that watches the runtime start has asked it for what it does not have yet.</summary>
/// <remarks>Source: CPython's "runtime state not initialized", which is a fatal error there.</remarks>
public sealed class RuntimeNotInitializedException : InterpreterException
{
    internal RuntimeNotInitializedException()
        : base(null, "The runtime is still starting: it has no main interpreter yet and can neither create interpreters nor be disposed of. Wait for \"runtime.initialized\".")
    {
    }
}
