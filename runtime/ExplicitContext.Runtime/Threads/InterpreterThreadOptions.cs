namespace ExplicitContext.Runtime;

/// <summary>How an interpreter's thread is started. Immutable; safe to share between threads.</summary>
public sealed record InterpreterThreadOptions
{
    /// <summary>The thread's name; null for one made of interpreter and number.</summary>
    public string? Name { get; init; }

    /// <summary>Whether closing the interpreter does not wait for the thread. False unless set; see <see cref="InterpreterOptions.AllowDaemonThreads"/>.</summary>
    public bool IsDaemon { get; init; }
}
