namespace ExplicitContext.Runtime;

/// <summary>The runtime has been disposed of, or is just being disposed of.</summary>
public sealed class RuntimeFinalizedException : InterpreterException
{
    internal RuntimeFinalizedException()
        : base(null, "The runtime has been disposed of, so no interpreter can be created in it. Create interpreters before, or initialize another runtime.")
    {
    }
}
