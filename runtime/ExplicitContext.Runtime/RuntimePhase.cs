namespace ExplicitContext.Runtime;

/// <summary>How far a runtime is on its way; it only ever moves forward.</summary>
/// <remarks>Source: CPython <c>initialized</c> and <c>_finalizing</c> of <c>_PyRuntimeState</c>.</remarks>
public enum RuntimePhase
{
    /// <summary>Interpreters can be created and run.</summary>
    Initialized,

    /// <summary><see cref="RuntimeState.Dispose"/> closes the interpreters that remain. No new one can be created.</summary>
    Finalizing,

    /// <summary>All interpreters are closed.</summary>
    Finalized,
}
