namespace ExplicitContext.Runtime;

/// <summary>
/// The key of a piece of module state of which every interpreter has its own instance, made on first use:
/// <c>private static readonly InterpreterSlot&lt;EngineState&gt; Slot = new(interp => new EngineState());</c> and then <c>interp.GetState(Slot)</c>.
/// </summary>
/// <remarks>
/// <para>The slot holds no state, only how to make it; so it is immutable and may be a static field. Two slots are two pieces of state, even
/// where their type is the same.</para>
/// <para>Source: CPython's per-interpreter module state, PEP 489 and PEP 573 (<c>PyModule_GetState</c>).</para>
/// </remarks>
/// <typeparam name="T">The state. Where it is <see cref="IDisposable"/>, closing the interpreter disposes of it.</typeparam>
/// <param name="create">
/// Makes the state of one interpreter. Runs under that interpreter's lock; it must not release the lock, nor ask for its own slot.
/// </param>
/// <param name="component">
/// What the state stands on, where that was not written for many interpreters; null for nothing. Making the state says <see cref="InterpreterState.Use"/>.
/// </param>
[Shareable]
public sealed partial class InterpreterSlot<T>(Func<InterpreterState, T> create, Component? component = null) : ISlot<InterpreterState, T>
    where T : class
{
    private readonly Func<InterpreterState, T> create = create ?? throw new ArgumentNullException(nameof(create));
    private readonly Component? component = component;

    /// <summary>What the state stands on, where that was not written for many interpreters.</summary>
    public Component? Component => component;

    T ISlot<InterpreterState, T>.Create(InterpreterState interp)
    {
        if (component is not null) interp.Claim(component);
        return create(interp) ?? throw new InterpreterException(interp.Id, $"The factory of {this} returned null for interpreter {interp.Id}; it must make the state.");
    }

    /// <summary>The slot's name in messages.</summary>
    /// <returns>The type of the state, in angle brackets.</returns>
    public override string ToString() => $"InterpreterSlot<{typeof(T)}>";
}
