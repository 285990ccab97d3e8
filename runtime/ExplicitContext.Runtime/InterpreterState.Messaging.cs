namespace ExplicitContext.Runtime;

// What the interpreter has sent and nobody has received.
public sealed partial class InterpreterState
{
    /// <summary>Counts an item that is going to wait in a queue or a channel. Costs nothing where there is no limit.</summary>
    /// <exception cref="InterpreterQuotaException">As many wait as may.</exception>
    internal void BeginQueueing()
    {
        if (Options.Limits.MaxQueuedItems is not { } most || Account.TryAddItem(most)) return;
        throw new InterpreterQuotaException(Id, nameof(InterpreterLimits.MaxQueuedItems), $"{most} items that it has sent wait to be received.");
    }

    /// <summary>Counts an item again that came back, whatever the limit.</summary>
    internal void ResumeQueueing()
    {
        if (Options.Limits.MaxQueuedItems is not null) Account.AddItem();
    }

    /// <summary>The item has been received, or never will be.</summary>
    internal void EndQueueing()
    {
        if (Options.Limits.MaxQueuedItems is not null) Account.RemoveItem();
    }
}
