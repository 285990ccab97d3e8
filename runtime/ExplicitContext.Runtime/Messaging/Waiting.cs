namespace ExplicitContext.Runtime;

/// <summary>Somebody who waits for an item, or until an item is taken. Guarded by the lock of the queue or channel, except where a member says more.</summary>
/// <param name="exchange">Where it waits.</param>
/// <param name="interp">The interpreter that it belongs to, or null for a host.</param>
/// <param name="takes">Whether it waits for an item.</param>
internal abstract class Waiting<T>(Exchange<T> exchange, InterpreterState? interp, bool takes)
{
    // Written under the lock, after the item; read without.
    private volatile Outcome outcome;

    public Exchange<T> Exchange { get; } = exchange;

    public InterpreterState? Interp { get; } = interp;

    public bool Takes { get; } = takes;

    /// <summary>How the wait ended. To be read by anybody.</summary>
    public Outcome Outcome => outcome;

    /// <summary>What it brings; or what it has got, to be read once the outcome says so.</summary>
    public Item<T> Item { get; set; }

    public Waiting<T>? Previous { get; set; }

    public Waiting<T>? Next { get; set; }

    /// <summary>Ends the wait, once.</summary>
    public void Settle(Outcome end) => outcome = end;

    /// <summary>Tells whoever waits to look at the outcome. Not to be called under the lock.</summary>
    public abstract void Wake();
}
