namespace ExplicitContext.Runtime;

/// <summary>Something that an interpreter's options allow or not. See <see cref="InterpreterState.Demand"/>.</summary>
/// <remarks>Source: <c>_PyInterpreterState_HasFeature</c>, the <c>Py_RTFLAGS_*</c> of <c>cpython/pystate.h</c>.</remarks>
public enum InterpreterPermission
{
    /// <summary><see cref="InterpreterOptions.AllowFork"/>.</summary>
    Fork,

    /// <summary><see cref="InterpreterOptions.AllowExec"/>.</summary>
    Exec,

    /// <summary><see cref="InterpreterOptions.AllowThreads"/>.</summary>
    Threads,

    /// <summary><see cref="InterpreterOptions.AllowDaemonThreads"/>.</summary>
    DaemonThreads,
}
