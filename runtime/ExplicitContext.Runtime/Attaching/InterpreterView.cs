using System.Diagnostics.CodeAnalysis;

namespace ExplicitContext.Runtime;

/// <summary>
/// A reference to an interpreter that does not keep it from closing, and outlives it without harm: what a callback or another thread holds on to.
/// </summary>
/// <remarks>Threading: may be used from any thread. Source: PEP 788, <c>PyInterpreterView</c>.</remarks>
public readonly struct InterpreterView : IEquatable<InterpreterView>, ICrossesByReference
{
    private readonly InterpreterState? interp;

    internal InterpreterView(InterpreterState interp) => this.interp = interp;

    /// <summary>The interpreter's id.</summary>
    public InterpreterId Id => Target.Id;

    private InterpreterState Target => interp ?? throw new InvalidOperationException("The view is empty. Take one from InterpreterState.View.");

    /// <summary>Whether two views are of the same interpreter.</summary>
    public static bool operator ==(InterpreterView left, InterpreterView right) => left.Equals(right);

    /// <summary>Whether two views are of different interpreters.</summary>
    public static bool operator !=(InterpreterView left, InterpreterView right) => !left.Equals(right);

    /// <summary>Brings the calling thread in, where the interpreter still lets it; waits for the lock, but never for an interpreter that closes.</summary>
    /// <remarks>Source: PEP 788, <c>PyThreadState_EnsureFromView</c>.</remarks>
    /// <param name="scope">To be disposed of, also where the return value is false.</param>
    /// <param name="tstate">The calling thread's state in the interpreter.</param>
    /// <returns>False where the interpreter is closing or closed.</returns>
    [ContextEntry]
    public bool TryAttach(out AttachScope scope, [NotNullWhen(true)] out ThreadState? tstate)
    {
        _ = ThreadState.TryGetCurrent(out var previous);
        try
        {
            return Target.AttachFrom(previous, isMember: false, Deadline.Never, CancellationToken.None, out scope, out tstate);
        }
        catch (InterpreterFinalizingException error) when (error.Interpreter == Id)
        {
            scope = default;
            tstate = null;
            return false;
        }
    }

    /// <summary>Keeps the interpreter from finalizing, where it is not closing.</summary>
    /// <remarks>Source: PEP 788, <c>PyInterpreterGuard_FromView</c>.</remarks>
    /// <param name="guard">To be disposed of.</param>
    /// <param name="name">What for, in the list of who keeps the interpreter from closing.</param>
    /// <returns>False where the interpreter is closing or closed.</returns>
    public bool TryGuard([NotNullWhen(true)] out InterpreterGuard? guard, string name = "guard") => Target.TryGuard(out guard, name);

    /// <inheritdoc/>
    public bool Equals(InterpreterView other) => interp == other.interp;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is InterpreterView other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => interp?.Id.GetHashCode() ?? 0;
}
