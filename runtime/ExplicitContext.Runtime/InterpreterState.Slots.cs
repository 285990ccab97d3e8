namespace ExplicitContext.Runtime;

// Module state, and its end.
public sealed partial class InterpreterState
{
    [GuardedBy(nameof(Gate))]
    private readonly SlotTable slots = new();

    // What disposing of the state of threads threw that have ended, to be told when the interpreter closes.
    [GuardedBy(nameof(Gate))]
    private List<Exception>? slotErrors;

    /// <summary>
    /// The interpreter's own piece of state for a slot, made on first use. O(1). Call it from inside.
    /// </summary>
    /// <typeparam name="T">The state.</typeparam>
    /// <param name="slot">The key; usually a static readonly field beside the state's type.</param>
    /// <returns>The same instance every time, and another one in every other interpreter.</returns>
    /// <exception cref="NotAttachedException">The calling thread does not hold this interpreter's lock.</exception>
    /// <exception cref="InterpreterException">The slot's factory returned null, asked for its own slot, or released the lock.</exception>
    /// <exception cref="ComponentConflictException">The slot's component is in use by another interpreter.</exception>
    [ContextEntry]
    public T GetState<T>(InterpreterSlot<T> slot)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(slot);
        RequireInside();
        return slots.Get(this, this, slot);
    }

    /// <summary>Sees to it that whoever comes in next disposes of what ended threads have left. Where no call can be left, closing does.</summary>
    internal void DisposeOfEndedThreadsSoon()
    {
        if (Phase < InterpreterPhase.Finalizing) PendingCalls.TryAdd(static tstate => tstate.Interp.DisposeOfEndedThreads());
    }

    private void DisposeOfEndedThreads()
    {
        foreach (var ended in threadStates.TakeEnded()) ended.DisposeSlots(slotErrors ??= []);
    }

    /// <summary>Disposes of all module state: that of the threads first, since it may stand on that of the interpreter; the newest first in each.</summary>
    private void DisposeOfSlots(List<Exception> errors)
    {
        DisposeOfEndedThreads();
        errors.AddRange(slotErrors ?? []);

        // What is disposed of may ask for state that was not made before, in a thread and in the interpreter.
        List<ThreadState> threads = [.. ThreadStates.Reverse()];
        do
        {
            threads.ForEach(tstate => tstate.DisposeSlots(errors));
            slots.Dispose(errors);
        }
        while (threads.Exists(tstate => tstate.HasSlots));

        slots.Clear();
        threads.ForEach(tstate => tstate.ForgetSlots());
    }
}
