namespace ExplicitContext.Runtime;

/// <summary>A call of one of a language's functions, from <see cref="ThreadState.EnterRecursiveCall"/> until <see cref="Dispose"/>.</summary>
/// <remarks>Threading: a ref struct, so the compiler keeps it on its thread. Source: CPython <c>Py_LeaveRecursiveCall</c>.</remarks>
public readonly ref struct RecursiveCallScope
{
    private readonly ThreadState? tstate;

    internal RecursiveCallScope(ThreadState tstate) => this.tstate = tstate;

    /// <summary>The call has returned.</summary>
    public void Dispose() => tstate?.LeaveRecursiveCall();
}
