namespace ExplicitContext.Runtime;

/// <summary>
/// The right to run in and to close interpreters that a host made for purposes of its own: <c>CreateInterpreter(new() { Owner = me })</c>. Who has
/// not got the object can list such an interpreter, and attach to it where the owner hands it out, but neither run in it nor close it.
/// </summary>
/// <remarks>Source: CPython's refusal of interpreters that the <c>_interpreters</c> module did not make, "unrecognized interpreter".</remarks>
/// <param name="name">Who it is, for messages.</param>
[Shareable]
public sealed class InterpreterOwner(string name)
{
    /// <summary>Who it is.</summary>
    public string Name { get; } = name ?? throw new ArgumentNullException(nameof(name));

    /// <summary>Closes one of the owner's interpreters.</summary>
    /// <param name="interp">The interpreter.</param>
    /// <param name="options">The defaults where left out.</param>
    /// <returns>How it went; see <see cref="InterpreterState.Close(CloseOptions)"/>.</returns>
    /// <exception cref="InterpreterOriginException">The interpreter is somebody else's.</exception>
    [ContextEntry]
    public CloseResult Close(InterpreterState interp, CloseOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(interp);
        if (interp.Options.Owner != this) throw new InterpreterOriginException(interp, $"close it as {Name}");
        _ = ThreadState.TryGetCurrent(out var previous);
        return interp.CloseFrom(previous, options ?? new CloseOptions(), CancellationToken.None);
    }

    /// <summary>The owner's name.</summary>
    /// <returns>As given.</returns>
    public override string ToString() => Name;
}
