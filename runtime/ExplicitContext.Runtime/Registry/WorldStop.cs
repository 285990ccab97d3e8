namespace ExplicitContext.Runtime;

/// <summary>A time in which no thread runs in any interpreter, from <see cref="RuntimeState.StopTheWorld"/> until <see cref="Dispose"/>.</summary>
/// <remarks>
/// Threading: belongs to the thread that stopped the others, which may look into any interpreter meanwhile; see
/// <see cref="InterpreterState.GetThreadState"/>. Source: CPython <c>_PyEval_StartTheWorldAll</c>.
/// </remarks>
public sealed class WorldStop : IDisposable
{
    private readonly World world;
    private readonly ThreadState? caller;
    private readonly IReadOnlyList<ThreadState> held;

    [GuardedBy("the own thread")]
    private bool isOver;

    internal WorldStop(World world, ThreadState? caller, IReadOnlyList<ThreadState> held)
    {
        this.world = world;
        this.caller = caller;
        this.held = held;
    }

    /// <summary>Lets all threads go on; a second call does nothing.</summary>
    /// <exception cref="AttachmentException">Called by another thread than the one that stopped the others.</exception>
    public void Dispose()
    {
        if (isOver) return;
        foreach (var tstate in held.Reverse()) tstate.Interp.Gate.Exit(tstate);
        isOver = true;
        world.Exit();
        caller?.Reacquire();
    }
}
