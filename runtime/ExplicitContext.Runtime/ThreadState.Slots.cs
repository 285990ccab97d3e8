namespace ExplicitContext.Runtime;

// Module state of one thread.
public sealed partial class ThreadState
{
    // Once the thread has ended, it belongs to whoever disposes of it inside the interpreter.
    [GuardedBy("the own thread")]
    private SlotTable? slots;

    /// <summary>Whether the thread has module state that is to be disposed of.</summary>
    internal bool HasSlots => slots?.HasDisposables == true;

    /// <summary>
    /// The thread's own piece of state for a slot, made on first use. O(1). It stays over visits, and is disposed of when a thread that the interpreter
    /// started ends, some time after the end of any other, and at the latest when the interpreter closes.
    /// </summary>
    /// <typeparam name="T">The state.</typeparam>
    /// <param name="slot">The key; usually a static readonly field beside the state's type.</param>
    /// <returns>The same instance every time, and another one in every other thread and interpreter.</returns>
    /// <exception cref="NotAttachedException">The calling thread is not attached with this state.</exception>
    /// <exception cref="InterpreterException">The slot's factory returned null, asked for its own slot, or released the lock.</exception>
    public T GetState<T>(ThreadSlot<T> slot)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(slot);
        RequireAttached();
        return (slots ??= new SlotTable()).Get(Interp, this, slot);
    }

    /// <summary>Disposes of the thread's module state, the newest first, under the interpreter's lock.</summary>
    internal void DisposeSlots(List<Exception> errors) => slots?.Dispose(errors);

    /// <summary>Forgets the module state that has been disposed of.</summary>
    internal void ForgetSlots() => slots = null;

    /// <summary>Disposes of the module state at the end of the own thread, where that is still inside.</summary>
    /// <exception cref="AggregateException">What was disposed of has thrown.</exception>
    internal void EndSlots()
    {
        if (attached != this || slots is null) return;
        List<Exception> errors = [];
        DisposeSlots(errors);
        ForgetSlots();
        if (errors.Count > 0) throw new AggregateException($"The module state of {this} could not be disposed of.", errors);
    }
}
