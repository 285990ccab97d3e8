namespace ExplicitContext.Runtime;

/// <summary>Which lock an interpreter runs under.</summary>
/// <remarks>Source: <c>PyInterpreterConfig.gil</c>, PEP 684.</remarks>
public enum InterpreterLockKind
{
    /// <summary>One of its own: it runs in parallel with all others.</summary>
    Own,

    /// <summary>The main interpreter's: it never runs at the same time as that one, nor as another that shares it.</summary>
    SharedWithMain,
}
