namespace ExplicitContext.Runtime;

/// <summary>What a queue is told at its creation. Immutable; safe to share between threads.</summary>
/// <remarks>Source: PEP 734, <c>create_queue(maxsize, unbounditems)</c>.</remarks>
public sealed record CrossQueueOptions
{
    /// <summary>How many items fit in; 0, the default, or less for any number.</summary>
    public int Capacity { get; init; }

    /// <summary>What becomes of items whose sender is closed, unless the put says otherwise.</summary>
    public OnSenderGone OnSenderGone { get; init; }
}
