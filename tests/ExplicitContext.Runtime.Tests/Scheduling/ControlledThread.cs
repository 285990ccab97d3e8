namespace ExplicitContext.Runtime.Tests;

/// <summary>A thread that runs only when it has the turn.</summary>
internal sealed class ControlledThread(Thread thread, bool isPooled)
{
    public Thread Thread { get; } = thread;

    /// <summary>Whether it serves one schedule after the other; else the runtime started it.</summary>
    public bool IsPooled { get; } = isPooled;

    public Turn Turn { get; } = new();

    /// <summary>Its number in the schedule.</summary>
    public int Index { get; private set; }

    public bool HasBegun { get; private set; }

    public bool HasEnded { get; private set; }

    /// <summary>What it sleeps on; null where it can go on.</summary>
    public Waiter? ParkedOn { get; private set; }

    /// <summary>When it wakes at the latest; <see cref="long.MaxValue"/> for never.</summary>
    public long Deadline { get; private set; }

    public bool CanGoOn => ParkedOn is null && !HasEnded;

    public bool CanTimeOut => ParkedOn is not null && Deadline != long.MaxValue;

    /// <summary>Takes its place in a new schedule.</summary>
    public ControlledThread Restart(int index)
    {
        Index = index;
        HasBegun = false;
        HasEnded = false;
        ParkedOn = null;
        return this;
    }

    public void Begin() => HasBegun = true;

    public void Park(Waiter waiter, long deadline)
    {
        ParkedOn = waiter;
        Deadline = deadline;
    }

    public void Unpark() => ParkedOn = null;

    public void End()
    {
        ParkedOn = null;
        HasEnded = true;
    }
}
