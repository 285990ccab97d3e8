namespace ExplicitContext.Runtime;

/// <summary>How far a runtime is on its way; it only ever moves forward, but for a disposal that was blocked.</summary>
/// <remarks>Source: CPython <c>preinitialized</c>, <c>core_initialized</c>, <c>initialized</c> and <c>_finalizing</c> of <c>_PyRuntimeState</c>.</remarks>
public enum RuntimePhase
{
    /// <summary>The options are known, and the hooks that they name.</summary>
    PreInitialized,

    /// <summary>There is a registry, but no interpreter yet.</summary>
    CoreInitialized,

    /// <summary>Interpreters can be created and run.</summary>
    Initialized,

    /// <summary><see cref="RuntimeState.Dispose"/> closes the interpreters that remain. No new one can be created.</summary>
    Finalizing,

    /// <summary>All interpreters are closed.</summary>
    Finalized,
}
