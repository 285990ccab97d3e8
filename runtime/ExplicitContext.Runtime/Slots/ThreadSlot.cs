namespace ExplicitContext.Runtime;

/// <summary>
/// The key of a piece of module state of which every thread of an interpreter has its own instance, made on first use:
/// <c>private static readonly ThreadSlot&lt;Scratch&gt; Slot = new(tstate => new Scratch());</c> and then <c>tstate.GetState(Slot)</c>.
/// </summary>
/// <remarks>
/// <para>The slot holds no state, only how to make it; so it is immutable and may be a static field. Two slots are two pieces of state, even
/// where their type is the same.</para>
/// <para>Source: CPython's <c>PyThreadState.dict</c>, <c>PyThreadState_GetDict</c>.</para>
/// </remarks>
/// <typeparam name="T">
/// The state. Where it is <see cref="IDisposable"/>, it is disposed of when its thread ends, or else when the interpreter closes.
/// </typeparam>
/// <param name="create">
/// Makes the state of one thread. Runs under the interpreter's lock; it must not release the lock, nor ask for its own slot.
/// </param>
[Shareable]
public sealed partial class ThreadSlot<T>(Func<ThreadState, T> create) : ISlot<ThreadState, T>
    where T : class
{
    private readonly Func<ThreadState, T> create = create ?? throw new ArgumentNullException(nameof(create));

    T ISlot<ThreadState, T>.Create(ThreadState tstate) =>
        create(tstate) ?? throw new InterpreterException(tstate.Interp.Id, $"The factory of {this} returned null for {tstate}; it must make the state.");

    /// <summary>The slot's name in messages.</summary>
    /// <returns>The type of the state, in angle brackets.</returns>
    public override string ToString() => $"ThreadSlot<{typeof(T)}>";
}
