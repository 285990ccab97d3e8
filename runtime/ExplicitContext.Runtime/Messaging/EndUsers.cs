namespace ExplicitContext.Runtime;

/// <summary>Which interpreters use one end of a channel, and which have released it. Guarded by the channel's lock.</summary>
internal sealed class EndUsers
{
    private readonly List<InterpreterState> open = [];
    private readonly List<InterpreterState> released = [];

    // Spares the look into the lists: mostly one and the same interpreter uses an end.
    private InterpreterState? lastUser;

    public bool AnyOpen => open.Count > 0;

    /// <summary>Those that use the end, in the order in which they began to.</summary>
    public IReadOnlyList<InterpreterState> Open => [.. open];

    public bool IsKnown(InterpreterState interp)
    {
        if (ReferenceEquals(lastUser, interp)) return true;
        if (!open.Contains(interp)) return false;
        lastUser = interp;
        return true;
    }

    public bool HasReleased(InterpreterState interp) => released.Contains(interp);

    public void Add(InterpreterState interp) => open.Add(interp);

    public void Release(InterpreterState interp)
    {
        Forget(interp);
        released.Add(interp);
    }

    public void Forget(InterpreterState interp)
    {
        open.Remove(interp);
        released.Remove(interp);
        if (lastUser == interp) lastUser = null;
    }

    public void Clear()
    {
        open.Clear();
        released.Clear();
        lastUser = null;
    }
}
