namespace ExplicitContext.Runtime;

/// <summary>
/// The main namespace of an interpreter: names that one run binds and a later one sees. Where the interpreter speaks a language, these are the
/// language's globals.
/// </summary>
/// <remarks>Threading: every member is called from inside, with the state of the calling thread. Source: the module <c>__main__</c>, PEP 734.</remarks>
public sealed class InterpreterVariables
{
    private readonly InterpreterState interp;

    [GuardedBy("the interpreter's lock")]
    private readonly Dictionary<string, object?> values = [];

    internal InterpreterVariables(InterpreterState interp) => this.interp = interp;

    private HostedSession? Language => interp.LanguageOrNone;

    /// <summary>Binds a name, whatever it was bound to before.</summary>
    /// <param name="tstate">The calling thread's state.</param>
    /// <param name="name">The name.</param>
    /// <param name="value">Kept as it is.</param>
    /// <exception cref="ArgumentException">The interpreter's language has no form for the value.</exception>
    /// <exception cref="NotAttachedException">The calling thread is not inside.</exception>
    public void Set(ThreadState tstate, string name, object? value) => Set(tstate, [KeyValuePair.Create(name, value)]);

    /// <summary>Looks a name up.</summary>
    /// <param name="tstate">The calling thread's state.</param>
    /// <param name="name">The name.</param>
    /// <param name="value">What it is bound to.</param>
    /// <returns>False where it is not bound.</returns>
    /// <exception cref="NotAttachedException">The calling thread is not inside.</exception>
    public bool TryGet(ThreadState tstate, string name, out object? value)
    {
        Require(tstate);
        if (Language is not { } language) return values.TryGetValue(name, out value);
        (var isBound, value) = language.Use(
            tstate, name, static (session, tstate, name) => (session.TryGet(tstate, name, out var value), value));
        return isBound;
    }

    /// <summary>Unbinds a name.</summary>
    /// <param name="tstate">The calling thread's state.</param>
    /// <param name="name">The name.</param>
    /// <returns>Whether it was bound.</returns>
    /// <exception cref="NotAttachedException">The calling thread is not inside.</exception>
    public bool Remove(ThreadState tstate, string name)
    {
        Require(tstate);
        return Language is { } language
            ? language.Use(tstate, name, static (session, tstate, name) => session.Unbind(tstate, name))
            : values.Remove(name);
    }

    /// <summary>The names that are bound, in no order.</summary>
    /// <param name="tstate">The calling thread's state.</param>
    /// <returns>A snapshot.</returns>
    /// <exception cref="NotAttachedException">The calling thread is not inside.</exception>
    public IReadOnlyList<string> Names(ThreadState tstate)
    {
        Require(tstate);
        return Language is { } language ? language.Use(tstate, 0, static (session, tstate, _) => session.Names(tstate)) : [.. values.Keys];
    }

    /// <summary>Binds all of the names, or none where it throws.</summary>
    internal void Set(ThreadState tstate, IReadOnlyList<KeyValuePair<string, object?>> bindings)
    {
        Require(tstate);
        if (Language is { } language)
        {
            language.Use(
                tstate,
                bindings,
                static (session, tstate, bindings) =>
                {
                    session.Bind(tstate, bindings);
                    return true;
                });
            return;
        }

        foreach (var (name, value) in bindings) values[name] = value;
    }

    internal void Clear() => values.Clear();

    private void Require(ThreadState tstate)
    {
        ArgumentNullException.ThrowIfNull(tstate);
        if (interp.AttachedStateOfThisThread != tstate) throw NotAttachedException.Outside(interp.Id);
    }
}
