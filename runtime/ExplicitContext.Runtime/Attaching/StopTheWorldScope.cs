namespace ExplicitContext.Runtime;

/// <summary>A time in which no other thread of the interpreter runs, from <see cref="ThreadState.StopTheWorld"/> until <see cref="Dispose"/>.</summary>
/// <remarks>Threading: a ref struct, so the compiler keeps it on its thread. Source: CPython <c>_PyEval_StartTheWorld</c>.</remarks>
public readonly ref struct StopTheWorldScope
{
    private readonly ThreadState? tstate;

    internal StopTheWorldScope(ThreadState tstate) => this.tstate = tstate;

    /// <summary>Lets the others go on.</summary>
    public void Dispose() => tstate?.EndStopTheWorld();
}
