namespace ExplicitContext.Runtime;

/// <summary>How far an interpreter is on its way; it only ever moves forward.</summary>
/// <remarks>Source: CPython <c>_status</c>, <c>finalizing</c> and <c>_finalizing</c> of <c>PyInterpreterState</c>, three fields that this one replaces.</remarks>
public enum InterpreterPhase
{
    /// <summary>Threads may attach.</summary>
    Ready,

    /// <summary>Somebody called <see cref="InterpreterState.Close()"/> and waits for the thread inside. Nobody enters anew.</summary>
    Closing,

    /// <summary>The closing thread is inside, alone: exit functions run, module state is disposed of.</summary>
    Finalizing,

    /// <summary>Gone: not listed, and nobody will ever run in it again.</summary>
    Closed,
}
