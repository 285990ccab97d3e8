namespace ExplicitContext.Runtime;

/// <summary>The module state of one interpreter, or of one of its threads. Every member is called under that interpreter's lock.</summary>
internal sealed class SlotTable
{
    // By reference, because a slot is an identity. No process-wide index is handed out, so nothing is shared between runtimes.
    private readonly Dictionary<object, object> states = new(ReferenceEqualityComparer.Instance);
    private readonly Stack<IDisposable> disposables = new();

    /// <summary>Whether anything was made that is to be disposed of.</summary>
    public bool HasDisposables => disposables.Count > 0;

    /// <summary>The owner's state for a slot, made on first use.</summary>
    public T Get<TOwner, T>(InterpreterState interp, TOwner owner, ISlot<TOwner, T> slot)
        where T : class
    {
        if (!states.TryGetValue(slot, out var state)) return Create(owner, slot);
        if (state is Maker maker)
        {
            throw new InterpreterException(
                interp.Id,
                $"The state of {slot} in {owner} is asked for while thread {maker.ThreadId} is still making it. "
                + "Its factory must neither ask for its own slot nor release the interpreter's lock.");
        }

        return (T)state;
    }

    /// <summary>Disposes of the states, the newest first. They can be asked for still; what is made meanwhile is disposed of too.</summary>
    public void Dispose(List<Exception> errors)
    {
        while (disposables.TryPop(out var disposable))
        {
            try
            {
                disposable.Dispose();
            }
            catch (Exception error)
            {
                errors.Add(error);
            }
        }
    }

    /// <summary>Forgets all states.</summary>
    public void Clear() => states.Clear();

    private T Create<TOwner, T>(TOwner owner, ISlot<TOwner, T> slot)
        where T : class
    {
        states.Add(slot, new Maker(Environment.CurrentManagedThreadId));
        try
        {
            var state = slot.Create(owner);
            states[slot] = state;
            if (state is IDisposable disposable) disposables.Push(disposable);
            return state;
        }
        catch
        {
            states.Remove(slot);
            throw;
        }
    }

    /// <summary>Stands in a slot for the state that is being made.</summary>
    private sealed record Maker(int ThreadId);
}
