namespace ExplicitContext.Runtime;

/// <summary>The main namespace of an interpreter: names that one run binds and a later one sees.</summary>
/// <remarks>Threading: every member is called from inside, with the state of the calling thread. Source: the module <c>__main__</c>, PEP 734.</remarks>
public sealed class InterpreterVariables
{
    private readonly InterpreterState interp;

    [GuardedBy("the interpreter's lock")]
    private readonly Dictionary<string, object?> values = [];

    internal InterpreterVariables(InterpreterState interp) => this.interp = interp;

    /// <summary>Binds a name, whatever it was bound to before.</summary>
    /// <param name="tstate">The calling thread's state.</param>
    /// <param name="name">The name.</param>
    /// <param name="value">Kept as it is.</param>
    /// <exception cref="NotAttachedException">The calling thread is not inside.</exception>
    public void Set(ThreadState tstate, string name, object? value)
    {
        Require(tstate);
        values[name] = value;
    }

    /// <summary>Looks a name up.</summary>
    /// <param name="tstate">The calling thread's state.</param>
    /// <param name="name">The name.</param>
    /// <param name="value">What it is bound to.</param>
    /// <returns>False where it is not bound.</returns>
    /// <exception cref="NotAttachedException">The calling thread is not inside.</exception>
    public bool TryGet(ThreadState tstate, string name, out object? value)
    {
        Require(tstate);
        return values.TryGetValue(name, out value);
    }

    /// <summary>Unbinds a name.</summary>
    /// <param name="tstate">The calling thread's state.</param>
    /// <param name="name">The name.</param>
    /// <returns>Whether it was bound.</returns>
    /// <exception cref="NotAttachedException">The calling thread is not inside.</exception>
    public bool Remove(ThreadState tstate, string name)
    {
        Require(tstate);
        return values.Remove(name);
    }

    /// <summary>The names that are bound, in no order.</summary>
    /// <param name="tstate">The calling thread's state.</param>
    /// <returns>A snapshot.</returns>
    /// <exception cref="NotAttachedException">The calling thread is not inside.</exception>
    public IReadOnlyList<string> Names(ThreadState tstate)
    {
        Require(tstate);
        return [.. values.Keys];
    }

    internal void Clear() => values.Clear();

    private void Require(ThreadState tstate)
    {
        ArgumentNullException.ThrowIfNull(tstate);
        if (tstate.Interp != interp || !tstate.IsAttached || tstate.Thread != Thread.CurrentThread) throw NotAttachedException.Outside(interp.Id);
    }
}
