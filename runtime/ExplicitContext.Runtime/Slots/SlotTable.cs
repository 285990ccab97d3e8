namespace ExplicitContext.Runtime;

/// <summary>The module state of one interpreter. Every member is called under that interpreter's lock.</summary>
internal sealed class SlotTable
{
    // By reference, because a slot is an identity. No process-wide index is handed out, so nothing is shared between runtimes.
    private readonly Dictionary<object, object> states = new(ReferenceEqualityComparer.Instance);
    private readonly Stack<IDisposable> disposables = new();

    public T Get<T>(InterpreterState interp, InterpreterSlot<T> slot)
        where T : class
    {
        if (!states.TryGetValue(slot, out var state)) return Create(interp, slot);
        if (state is Maker maker)
        {
            throw new InterpreterException(
                interp.Id,
                $"The state of {slot} in interpreter {interp.Id} is asked for while thread {maker.ThreadId} is still making it. "
                + "Its factory must neither ask for its own slot nor release the interpreter's lock.");
        }

        return (T)state;
    }

    /// <summary>Disposes of the states, the newest first, and forgets them all.</summary>
    public void Clear(List<Exception> errors)
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

        states.Clear();
    }

    private T Create<T>(InterpreterState interp, InterpreterSlot<T> slot)
        where T : class
    {
        if (slot.Component is { } component) interp.Claim(component);
        states.Add(slot, new Maker(Environment.CurrentManagedThreadId));
        try
        {
            var state = slot.Create(interp);
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
